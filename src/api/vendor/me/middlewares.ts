import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { VendorChooseShop, VendorUpdateMe } from "./validators"

export const vendorMeMiddlewares: MiddlewareRoute[] = [
  { matcher: "/vendor/me", methods: ["POST"], middlewares: [validateAndTransformBody(VendorUpdateMe)] },
  {
    matcher: "/vendor/me/shop",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorChooseShop)],
  },
]
