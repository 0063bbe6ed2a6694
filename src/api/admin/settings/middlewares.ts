import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody } from "../../validate-request"
import { AdminUpdateSettings } from "./validators"

export const adminSettingsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/settings",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminUpdateSettings)],
  },
]
