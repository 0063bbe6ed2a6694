import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../access/validate-query"
import { validateAndTransformBody } from "../../validate-request"
import { VendorCreateApiKey, VendorGetApiKeysParams } from "./validators"

export const vendorApiKeyMiddlewares: MiddlewareRoute[] = [
  { matcher: "/vendor/api-keys", methods: ["GET"], middlewares: [validateQuery(VendorGetApiKeysParams)] },
  {
    matcher: "/vendor/api-keys",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorCreateApiKey)],
  },
]
