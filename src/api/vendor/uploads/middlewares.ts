import type { MiddlewareRoute } from "@medusajs/framework/http"
import { receiveFiles } from "../../surface/receive-files"
import { spendQuota } from "./spend-quota"

export const vendorUploadMiddlewares: MiddlewareRoute[] = [
  { matcher: "/vendor/uploads", methods: ["POST"], middlewares: [receiveFiles, spendQuota] },
]
