import type { MiddlewareRoute } from "@medusajs/framework/http"
import { readSignIn } from "../access/admit-vendor"
import { admitToExport } from "./admit-to-export"

export const staticMiddlewares: MiddlewareRoute[] = [
  { matcher: "/static/:file", methods: ["GET"], middlewares: [readSignIn, admitToExport] },
]
