import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformQuery } from "../../validate-request"
import { VendorExportTransactionsParams, VendorGetTransactionsParams } from "./validators"

export const vendorTransactionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/transactions",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetTransactionsParams, { isList: true })],
  },
  {
    matcher: "/vendor/transactions/export",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorExportTransactionsParams, { isList: false })],
  },
]
