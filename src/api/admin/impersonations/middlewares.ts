import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { AdminStartImpersonation } from "./validators"

export const adminImpersonationMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/impersonations",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminStartImpersonation)],
  },
]
