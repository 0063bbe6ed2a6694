import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"

export type UploadSpending = {
  vendor_id: string
  files: number
  kilobytes: number
  most_files: number
  most_kilobytes: number
  now: Date
}

/**
 * Counts files of a shop against its day, if they still fit: false when not, and then nothing is counted. One statement
 * decides, so that many at once pass up to the limit and no further. Former days of the shop are forgotten.
 */
export async function spendUploads(context: Context, spending: UploadSpending): Promise<boolean> {
  const { vendor_id, files, kilobytes, most_files, most_kilobytes, now } = spending
  const id = `${boundVendor(vendor_id)} ${now.toISOString().slice(0, 10)}`
  const counted = await queryRows(
    context,
    `insert into upload_usage as today (id, vendor_id, files, kilobytes)
     select ?, ?, ?::int, ?::int where ?::int <= ? and ?::int <= ?
     on conflict (id) do update set
       files = today.files + excluded.files, kilobytes = today.kilobytes + excluded.kilobytes, updated_at = now()
     where today.files + excluded.files <= ? and today.kilobytes + excluded.kilobytes <= ?
     returning id`,
    [
      id,
      vendor_id,
      files,
      kilobytes,
      files,
      most_files,
      kilobytes,
      most_kilobytes,
      most_files,
      most_kilobytes,
    ]
  )
  await queryRows(context, `delete from upload_usage where vendor_id = ? and id <> ?`, [vendor_id, id])

  return counted.length > 0
}
