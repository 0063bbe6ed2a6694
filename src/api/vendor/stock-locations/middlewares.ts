import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import { VendorGetStockLocationsParams, VendorUpdateStockLocation } from "./validators"

export const vendorStockLocationMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/stock-locations",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetStockLocationsParams, { isList: true })],
  },
  {
    matcher: "/vendor/stock-locations/:id",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
  {
    matcher: "/vendor/stock-locations/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorUpdateStockLocation)],
  },
]
