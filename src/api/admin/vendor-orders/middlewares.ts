import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import {
  AdminCollectVendorOrder,
  AdminRefundVendorOrder,
  AdminRemitCash,
  NoBody,
  VendorCancelOrder,
  VendorRefuseOrder,
} from "../../vendor/orders/validators"
import { AdminGetVendorOrdersParams } from "./validators"

export const adminVendorOrderMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/vendor-orders",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetVendorOrdersParams, { isList: true })],
  },
  {
    matcher: "/admin/vendor-orders/:id",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
  {
    matcher: "/admin/vendor-orders/:id/refund",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminRefundVendorOrder)],
  },
  {
    matcher: "/admin/vendor-orders/:id/cancel",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorCancelOrder)],
  },
  {
    matcher: "/admin/vendor-orders/:id/confirm-delivery",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(NoBody)],
  },
  {
    matcher: "/admin/vendor-orders/:id/collect",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminCollectVendorOrder)],
  },
  {
    matcher: "/admin/vendor-orders/:id/remit",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminRemitCash)],
  },
  {
    matcher: "/admin/vendor-orders/:id/refuse",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorRefuseOrder)],
  },
]
