import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformQuery } from "../../validate-request"
import { VendorGetCustomerParams, VendorGetCustomersParams } from "./validators"

export const vendorCustomerMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/customers",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetCustomersParams, { isList: true })],
  },
  {
    matcher: "/vendor/customers/:id",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetCustomerParams, { isList: false })],
  },
]
