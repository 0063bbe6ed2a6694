import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { VendorSetBankAccount } from "./validators"

export const vendorBankAccountMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/bank-account",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorSetBankAccount)],
  },
]
