import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformQuery } from "../../validate-request"

export const vendorHomeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/home",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
]
