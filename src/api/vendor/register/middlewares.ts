import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody } from "../../validate-request"
import { VendorRegisterShop } from "./validators"

export const vendorRegisterMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/register",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorRegisterShop)],
  },
]
