import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformQuery } from "../../validate-request"
import { GetOrdersBehindParams } from "../../vendor/performance/validators"
import { AdminGetPerformanceParams } from "./validators"

export const adminPerformanceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/performance",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetPerformanceParams, { isList: true })],
  },
  {
    matcher: "/admin/vendors/:id/performance",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
  {
    matcher: "/admin/vendors/:id/performance/:metric/orders",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(GetOrdersBehindParams, { isList: true })],
  },
]
