import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
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
