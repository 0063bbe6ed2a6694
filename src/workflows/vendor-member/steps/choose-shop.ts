import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"

export type ChooseShopInput = { session_id: string; vendor_id: string | null }

export const chooseShopStep = createStep(
  "choose-shop",
  async ({ session_id, vendor_id }: ChooseShopInput, { container }) => {
    const access = container.resolve<AccessModuleService>(ACCESS_MODULE)
    const before = await access.retrieveAccessSession(session_id, { select: ["id", "vendor_id"] })
    await access.updateAccessSessions({ id: session_id, vendor_id })

    return new StepResponse(vendor_id, { id: session_id, vendor_id: before.vendor_id })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<AccessModuleService>(ACCESS_MODULE).updateAccessSessions(before)
    }
  }
)
