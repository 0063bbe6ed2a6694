import type { MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"
import { spendUploadsWorkflow } from "../../../workflows/media/workflows/spend-uploads"
import type { FileRequest } from "../../surface/receive-files"
import { vendorContext } from "../context"

const KILOBYTES_OF_MEGABYTE = 1024

/** Behind the receiver and before anybody looks at the files: counts them against the shop's day. */
export async function spendQuota(
  req: FileRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { vendor_id, settings } = vendorContext(req)
  const files = req.files ?? (req.file ? [req.file] : [])
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  await spendUploadsWorkflow(req.scope).run({
    input: {
      vendor_id,
      files: files.length,
      kilobytes: Math.ceil(bytes / 1024),
      most_files: settings.daily_upload_files,
      most_kilobytes: settings.daily_upload_megabytes * KILOBYTES_OF_MEGABYTE,
    },
  })
  next()
}
