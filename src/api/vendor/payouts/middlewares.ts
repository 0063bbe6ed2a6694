import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import { VendorGetPayoutsParams, VendorRequestPayout } from "./validators"

export const vendorPayoutMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/balances",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
  {
    matcher: "/vendor/payouts",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetPayoutsParams, { isList: true })],
  },
  {
    matcher: "/vendor/payouts",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorRequestPayout)],
  },
  {
    matcher: "/vendor/payouts/:id",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
]
