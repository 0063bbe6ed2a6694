import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { validateQuery } from "../../access/validate-query"
import { VendorCreateApiKey, VendorGetApiKeysParams } from "./validators"

export const vendorApiKeyMiddlewares: MiddlewareRoute[] = [
  { matcher: "/vendor/api-keys", methods: ["GET"], middlewares: [validateQuery(VendorGetApiKeysParams)] },
  {
    matcher: "/vendor/api-keys",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorCreateApiKey)],
  },
]
