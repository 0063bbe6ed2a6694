import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { VendorRegisterShop } from "./validators"

export const vendorRegisterMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/register",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorRegisterShop)],
  },
]
