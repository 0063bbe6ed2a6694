import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformQuery } from "../../validate-request"
import { GetOrdersBehindParams } from "./validators"

export const vendorPerformanceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/performance",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
  {
    matcher: "/vendor/performance/:metric/orders",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(GetOrdersBehindParams, { isList: true })],
  },
]
