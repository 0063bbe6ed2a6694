import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformQuery } from "../../validate-request"
import { StoreExportTransactionsParams, StoreGetTransactionsParams } from "./validators"

export const storeTransactionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/transactions/export",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(StoreExportTransactionsParams, {})],
  },
  {
    matcher: "/store/transactions",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(StoreGetTransactionsParams, { isList: true })],
  },
]
