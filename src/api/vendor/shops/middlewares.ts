import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import { retrieveShopQueryConfig } from "./query-config"
import { VendorGetShopParams, VendorResubmitShop, VendorUpdateShop } from "./validators"

export const vendorShopMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/shops/:id",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetShopParams, retrieveShopQueryConfig)],
  },
  {
    matcher: "/vendor/shops/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorUpdateShop)],
  },
  {
    matcher: "/vendor/shops/:id/resubmit",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorResubmitShop)],
  },
]
