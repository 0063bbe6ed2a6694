import { z } from "@medusajs/framework/zod"
import { wholeNumber } from "../../../lib/list-params"
import { isTimeZone } from "../../../lib/time-zone"
import { INTERVALS } from "../../../modules/report/domain/period"
import { PRODUCT_SORTS } from "../../../modules/report/types"

/** Since 2000 the clocks of all zones are whole quarters of an hour apart. */
const day = z.iso
  .date()
  .refine((text) => text >= "2000-01-01" && text < "2100-01-01", "must be in a year from 2000 to 2099")

/** Half open, as all periods are: from the first day, before the second. */
export const reportPeriod = {
  from: day.optional(),
  to: day.optional(),
  /** The clock by which days begin; the platform's unless another is named. */
  time_zone: z
    .string()
    .max(64)
    .refine(isTimeZone, "must be the name of a time zone, such as Africa/Lagos")
    .optional(),
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/i)
    .transform((code) => code.toLowerCase())
    .optional(),
}

export const salesReport = { ...reportPeriod, interval: z.enum(INTERVALS).default("day") }

export const productReport = { ...reportPeriod, sort: z.enum(PRODUCT_SORTS).default("net_sales") }

export const reportPage = {
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
}

export const VendorGetSalesReportParams = z.strictObject(salesReport)

export type VendorGetSalesReportParamsType = z.infer<typeof VendorGetSalesReportParams>

export const VendorExportProductReportParams = z.strictObject(productReport)

export type VendorExportProductReportParamsType = z.infer<typeof VendorExportProductReportParams>

export const VendorGetProductReportParams = z.strictObject({ ...productReport, ...reportPage })

export type VendorGetProductReportParamsType = z.infer<typeof VendorGetProductReportParams>
