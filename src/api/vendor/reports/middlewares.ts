import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformQuery } from "../../validate-request"
import {
  VendorExportProductReportParams,
  VendorGetProductReportParams,
  VendorGetSalesReportParams,
} from "./validators"

export const vendorReportMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/reports/sales",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetSalesReportParams, { isList: false })],
  },
  {
    matcher: "/vendor/reports/sales/export",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetSalesReportParams, { isList: false })],
  },
  {
    matcher: "/vendor/reports/products",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetProductReportParams, { isList: true })],
  },
  {
    matcher: "/vendor/reports/products/export",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorExportProductReportParams, { isList: false })],
  },
]
