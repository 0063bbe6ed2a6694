import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { AdminUpdateSettings } from "./validators"

export const adminSettingsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/settings",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminUpdateSettings)],
  },
]
