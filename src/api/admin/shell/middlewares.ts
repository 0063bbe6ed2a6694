import type { MiddlewareRoute } from "@medusajs/framework/http"
import { narrowNavigation } from "./narrow-navigation"

export const adminShellMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/layouts/:zone/configuration",
    methods: ["GET"],
    middlewares: [narrowNavigation],
  },
]
