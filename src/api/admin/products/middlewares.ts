import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody } from "../../validate-request"
import { showVersion } from "./helpers"
import { AdminApproveProduct, AdminRejectProduct } from "./validators"

export const adminProductMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/products/:id", methods: ["GET"], middlewares: [showVersion] },
  {
    matcher: "/admin/products/:id/approve",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminApproveProduct)],
  },
  {
    matcher: "/admin/products/:id/reject",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminRejectProduct)],
  },
]
