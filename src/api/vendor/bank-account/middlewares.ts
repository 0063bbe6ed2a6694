import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody } from "../../validate-request"
import { VendorSetBankAccount } from "./validators"

export const vendorBankAccountMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/bank-account",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorSetBankAccount)],
  },
]
