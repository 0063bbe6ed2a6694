import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { listTagsQueryConfig } from "./query-config"
import { VendorGetTagsParams } from "./validators"

export const vendorTagMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/tags",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetTagsParams, listTagsQueryConfig)],
  },
]
