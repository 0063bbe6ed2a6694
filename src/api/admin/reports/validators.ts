import { z } from "@medusajs/framework/zod"
import { recordId } from "../../../lib/list-params"
import { productReport, reportPage, salesReport } from "../../vendor/reports/validators"

/** Of one shop, or of all of them together. */
const vendor_id = recordId.optional()

export const AdminGetSalesReportParams = z.strictObject({ ...salesReport, vendor_id })

export type AdminGetSalesReportParamsType = z.infer<typeof AdminGetSalesReportParams>

export const AdminExportProductReportParams = z.strictObject({ ...productReport, vendor_id })

export type AdminExportProductReportParamsType = z.infer<typeof AdminExportProductReportParams>

export const AdminGetProductReportParams = z.strictObject({ ...productReport, vendor_id, ...reportPage })

export type AdminGetProductReportParamsType = z.infer<typeof AdminGetProductReportParams>
