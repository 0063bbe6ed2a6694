import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody } from "../../validate-request"
import { AdminStartImpersonation } from "./validators"

export const adminImpersonationMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/impersonations",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminStartImpersonation)],
  },
]
