import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformQuery } from "../../validate-request"

export const vendorCurrencyMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/currencies",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
]
