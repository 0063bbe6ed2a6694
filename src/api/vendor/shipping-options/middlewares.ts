import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import {
  VendorCreateShippingOption,
  VendorGetShippingOptionsParams,
  VendorUpdateShippingOption,
} from "./validators"

export const vendorShippingOptionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/shipping-options",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetShippingOptionsParams, { isList: true })],
  },
  {
    matcher: "/vendor/shipping-options",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorCreateShippingOption)],
  },
  {
    matcher: "/vendor/shipping-options/:id",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
  {
    matcher: "/vendor/shipping-options/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorUpdateShippingOption)],
  },
]
