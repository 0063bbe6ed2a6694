import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { StoreGetTransactionsParams } from "./validators"

export const storeTransactionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/transactions",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(StoreGetTransactionsParams, { isList: true })],
  },
]
