import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import {
  NoBody,
  NoParams,
  VendorCancelOrder,
  VendorCollectOrder,
  VendorCreateFulfilment,
  VendorDeliverFulfilment,
  VendorGetOrdersParams,
  VendorGetPackingSlipParams,
  VendorRefundOrder,
  VendorRefuseOrder,
  VendorShipFulfilment,
} from "./validators"

const ORDERS = "/vendor/orders"
const ORDER = `${ORDERS}/:id`
const FULFILMENT = `${ORDER}/fulfilments/:fulfilment_id`

const post = (matcher: string, schema: Parameters<typeof validateAndTransformBody>[0]): MiddlewareRoute => ({
  matcher,
  methods: ["POST"],
  middlewares: [validateAndTransformBody(schema)],
})

export const vendorOrderMiddlewares: MiddlewareRoute[] = [
  {
    matcher: ORDERS,
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetOrdersParams, { isList: true })],
  },
  { matcher: ORDER, methods: ["GET"], middlewares: [validateAndTransformQuery(NoParams, { isList: false })] },
  {
    matcher: `${ORDER}/packing-slip`,
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetPackingSlipParams, { isList: false })],
  },
  post(`${ORDER}/confirm`, NoBody),
  post(`${ORDER}/cancel`, VendorCancelOrder),
  post(`${ORDER}/refund`, VendorRefundOrder),
  post(`${ORDER}/collect`, VendorCollectOrder),
  post(`${ORDER}/refuse`, VendorRefuseOrder),
  post(`${ORDER}/fulfilments`, VendorCreateFulfilment),
  post(`${FULFILMENT}/ship`, VendorShipFulfilment),
  post(`${FULFILMENT}/deliver`, VendorDeliverFulfilment),
  post(`${FULFILMENT}/cancel`, NoBody),
]
