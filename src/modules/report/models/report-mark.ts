import { model } from "@medusajs/framework/utils"

/** Something that reports are summed from has changed at this moment, or was sold then; written by triggers (`src/lib/report-marks.ts`). */
export const ReportMark = model.define("report_mark", {
  id: model.text().primaryKey(),
  at: model.dateTime(),
  vendor_id: model.text().nullable(),
  /** Of a sale alone. */
  order_id: model.text().nullable(),
})
