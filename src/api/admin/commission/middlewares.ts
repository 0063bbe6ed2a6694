import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { AdminPreviewCommission } from "./validators"

export const adminCommissionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/commission/preview",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminPreviewCommission)],
  },
]
