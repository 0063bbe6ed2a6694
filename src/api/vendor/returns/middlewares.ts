import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { VendorGetReturnParams, VendorGetReturnsParams } from "./validators"

export const vendorReturnMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/returns",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetReturnsParams, { isList: true })],
  },
  {
    matcher: "/vendor/returns/:id",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetReturnParams, { isList: false })],
  },
]
