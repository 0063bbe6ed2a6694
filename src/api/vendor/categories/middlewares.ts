import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformQuery } from "../../validate-request"
import { listCategoriesQueryConfig } from "./query-config"
import { VendorGetCategoriesParams } from "./validators"

export const vendorCategoryMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/categories",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetCategoriesParams, listCategoriesQueryConfig)],
  },
]
