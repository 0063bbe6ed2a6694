import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { admitReader, admitReturner, admitToCart, takeToken } from "./admit-reader"
import { type OrderRecord, orderView } from "./order-view"

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
  { matcher: "/store/returns*", methods: ["POST"], middlewares: [takeToken] },
  { matcher: "/store/orders", methods: ["GET"], middlewares: [showOrders] },
  { matcher: "/store/orders/:id", methods: ["GET"], middlewares: [admitReader, showOrders] },
  { matcher: `${TRANSFER}/request`, methods: ["POST"], middlewares: [showIdAlone] },
  { matcher: `${TRANSFER}/cancel`, methods: ["POST"], middlewares: [showIdAlone] },
  { matcher: `${TRANSFER}/decline`, methods: ["POST"], middlewares: [showIdAlone] },
  { matcher: `${TRANSFER}/accept`, methods: ["POST"], middlewares: [showOrders] },
  { matcher: "/store/returns", methods: ["POST"], middlewares: [admitReturner] },
  { matcher: "/store/carts/:id", methods: ["GET"], middlewares: [admitToCart] },
  { matcher: "/store/carts/:id/complete", methods: ["POST"], middlewares: [admitToCart, showOrders] },
]
