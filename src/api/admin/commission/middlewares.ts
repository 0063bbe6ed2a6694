import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody } from "../../validate-request"
import { AdminPreviewCommission } from "./validators"

export const adminCommissionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/commission/preview",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminPreviewCommission)],
  },
]
