import type { MiddlewareRoute } from "@medusajs/framework/http"
import { receiveFiles } from "../../surface/receive-files"

export const vendorUploadMiddlewares: MiddlewareRoute[] = [
  { matcher: "/vendor/uploads", methods: ["POST"], middlewares: [receiveFiles] },
]
