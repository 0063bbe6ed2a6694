import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { AdminRefundVendorOrder, NoBody, VendorCancelOrder } from "../../vendor/orders/validators"

export const adminVendorOrderMiddlewares: MiddlewareRoute[] = [
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
]
