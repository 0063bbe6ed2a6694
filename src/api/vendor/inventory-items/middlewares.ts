import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import { VendorGetInventoryItemsParams, VendorSetStock, VendorSetStocks } from "./validators"

export const vendorInventoryItemMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/inventory-items",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetInventoryItemsParams, { isList: true })],
  },
  {
    matcher: "/vendor/inventory-items/batch",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorSetStocks)],
  },
  {
    matcher: "/vendor/inventory-items/:id",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
  {
    matcher: "/vendor/inventory-items/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorSetStock)],
  },
]
