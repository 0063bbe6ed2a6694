import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import { readOnboarding } from "../read-onboarding"

/** The door to every approval: all that the operator asks for is accepted, waived or found true. */
export const assertOnboardingCompleteStep = createStep(
  "assert-onboarding-complete",
  async ({ vendor_id }: { vendor_id: string }, { container }) => {
    const [house] = await container
      .resolve<VendorModuleService>(VENDOR_MODULE)
      .listVendors({ id: vendor_id, is_house: true }, { take: 1, select: ["id"] })
    const { open } = await readOnboarding(container, vendor_id)
    // The platform hands nothing in to itself.
    if (!house && open.length) {
      throw notAllowed(ErrorCode.ONBOARDING_INCOMPLETE, `The checklist is not complete: ${open.join(", ")}.`)
    }

    return new StepResponse(undefined)
  }
)
