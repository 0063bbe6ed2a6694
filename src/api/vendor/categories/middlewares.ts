import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { listCategoriesQueryConfig } from "./query-config"
import { VendorGetCategoriesParams } from "./validators"

export const vendorCategoryMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/categories",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetCategoriesParams, listCategoriesQueryConfig)],
  },
]
