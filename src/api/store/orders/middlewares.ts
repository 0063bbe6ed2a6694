import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { validateAndTransformBody } from "../../validate-request"
import { admitOwner, admitReader, admitToCart, takeToken } from "./admit-reader"
import { type OrderRecord, orderView } from "./order-view"
import {
  StoreCancelVendorOrder,
  StoreConfirmDelivery,
  StoreEnterRefundAccount,
  StorePrepayVendorOrder,
} from "./validators"

/** What an answer shows of an order is listed by hand, whatever `fields` asks for. */
function showOrders(_: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const sendJson = res.json.bind(res)
  res.json = (answer) => {
    const { order, orders, ...rest } = answer as { order?: OrderRecord; orders?: OrderRecord[] }

    return sendJson({
      ...rest,
      ...(order ? { order: orderView(order) } : {}),
      ...(orders ? { orders: orders.map(orderView) } : {}),
    })
  }
  next()
}

/** Core answers the whole order to whoever asks for its transfer, before its owner has agreed. */
function showIdAlone(_: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const sendJson = res.json.bind(res)
  res.json = (answer) => {
    const { order } = answer as { order?: OrderRecord }

    return sendJson(order ? { order: { id: order.id } } : answer)
  }
  next()
}

const TRANSFER = "/store/orders/:id/transfer"

export const storeOrderMiddlewares: MiddlewareRoute[] = [
  // A wildcard runs before core's validator.
  { matcher: "/store/orders/*", methods: ["GET"], middlewares: [takeToken] },
  {
    matcher: "/store/orders/:id/vendor-orders/:vendor_order_id/cancel",
    methods: ["POST"],
    middlewares: [takeToken, admitOwner, validateAndTransformBody(StoreCancelVendorOrder)],
  },
  {
    matcher: "/store/orders/:id/vendor-orders/:vendor_order_id/confirm-delivery",
    methods: ["POST"],
    middlewares: [takeToken, admitOwner, validateAndTransformBody(StoreConfirmDelivery)],
  },
  {
    matcher: "/store/orders/:id/vendor-orders/:vendor_order_id/prepay",
    methods: ["POST"],
    middlewares: [takeToken, admitOwner, validateAndTransformBody(StorePrepayVendorOrder)],
  },
  { matcher: "/store/orders/:id/refunds", methods: ["GET"], middlewares: [admitOwner] },
  {
    matcher: "/store/orders/:id/refunds/:refund_id/account",
    methods: ["POST"],
    middlewares: [takeToken, admitOwner, validateAndTransformBody(StoreEnterRefundAccount)],
  },
  { matcher: "/store/orders", methods: ["GET"], middlewares: [showOrders] },
  { matcher: "/store/orders/:id", methods: ["GET"], middlewares: [admitReader, showOrders] },
  { matcher: `${TRANSFER}/request`, methods: ["POST"], middlewares: [showIdAlone] },
  { matcher: `${TRANSFER}/cancel`, methods: ["POST"], middlewares: [showIdAlone] },
  { matcher: `${TRANSFER}/decline`, methods: ["POST"], middlewares: [showIdAlone] },
  { matcher: `${TRANSFER}/accept`, methods: ["POST"], middlewares: [showOrders] },
  { matcher: "/store/carts/:id", methods: ["GET"], middlewares: [admitToCart] },
  { matcher: "/store/carts/:id/complete", methods: ["POST"], middlewares: [admitToCart, showOrders] },
]
