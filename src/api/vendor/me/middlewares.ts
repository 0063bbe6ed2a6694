import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody } from "../../validate-request"
import { VendorChooseShop, VendorUpdateMe } from "./validators"

export const vendorMeMiddlewares: MiddlewareRoute[] = [
  { matcher: "/vendor/me", methods: ["POST"], middlewares: [validateAndTransformBody(VendorUpdateMe)] },
  {
    matcher: "/vendor/me/shop",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorChooseShop)],
  },
]
