import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformQuery } from "../../validate-request"
import {
  AdminExportProductReportParams,
  AdminGetProductReportParams,
  AdminGetSalesReportParams,
} from "./validators"

export const adminReportMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/reports/sales",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetSalesReportParams, { isList: false })],
  },
  {
    matcher: "/admin/reports/sales/export",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetSalesReportParams, { isList: false })],
  },
  {
    matcher: "/admin/reports/products",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetProductReportParams, { isList: true })],
  },
  {
    matcher: "/admin/reports/products/export",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminExportProductReportParams, { isList: false })],
  },
]
