import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, tooManyRequests } from "../../../lib/errors"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { UploadSpending } from "../../../modules/vendor/upload-usage-rows"

/** Not given back when the files are refused later: looking at them was the work. */
export const spendUploadsStep = createStep(
  "spend-uploads",
  async (spending: Omit<UploadSpending, "now">, { container }) => {
    const now = new Date()
    const vendors = container.resolve<VendorModuleService>(VENDOR_MODULE)
    if (!(await vendors.spendUploads({ ...spending, now }))) {
      throw tooManyRequests(
        ErrorCode.UPLOAD_QUOTA_REACHED,
        "This shop has sent as many files as it may in a day.",
        secondsLeftOf(now)
      )
    }

    return new StepResponse(undefined)
  }
)

const secondsLeftOf = (now: Date) =>
  Math.ceil((new Date(now).setUTCHours(24, 0, 0, 0) - now.getTime()) / 1000)
