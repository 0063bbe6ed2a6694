import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformQuery } from "../../validate-request"
import { listTagsQueryConfig } from "./query-config"
import { VendorGetTagsParams } from "./validators"

export const vendorTagMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/tags",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetTagsParams, listTagsQueryConfig)],
  },
]
