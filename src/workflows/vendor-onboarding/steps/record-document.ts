import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { NewDocument } from "../../../modules/vendor/types"
import { readOnboarding } from "../read-onboarding"

export const recordDocumentStep = createStep(
  "record-vendor-document",
  async ({ vendor_id, document }: { vendor_id: string; document: NewDocument }, { container }) => {
    const { facts } = await readOnboarding(container, vendor_id)
    const change = await container
      .resolve<VendorModuleService>(VENDOR_MODULE)
      .addDocument(vendor_id, document, facts)

    return new StepResponse(document.id, { id: document.id, change })
  },
  async (recorded, { container }) => {
    if (recorded) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).undoDocument(recorded.id, recorded.change)
    }
  }
)
