import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, invalidData } from "../../../lib/errors"
import { readOnboarding } from "../read-onboarding"

/** Nobody accepts terms that are not, or no longer, those of the platform. */
export const assertAgreementCurrentStep = createStep(
  "assert-agreement-current",
  async ({ vendor_id, version }: { vendor_id: string; version: string }, { container }) => {
    const { facts } = await readOnboarding(container, vendor_id)
    if (version !== facts.agreement_version) {
      throw invalidData(
        ErrorCode.AGREEMENT_VERSION_OUTDATED,
        `The terms to accept have the version ${facts.agreement_version}.`
      )
    }

    return new StepResponse(undefined)
  }
)
