import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { receiveFiles } from "../../surface/receive-files"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import { admitReturner, layBodyAside, takeBodyBack, takeToken } from "../orders/admit-reader"
import { StoreGetReturnsParams, StoreOpenReturn, StoreSendReturn } from "./validators"

const RETURNS = "/store/returns"

export const storeReturnMiddlewares: MiddlewareRoute[] = [
  // Wildcards run before core's validators.
  { matcher: `${RETURNS}*`, methods: ["GET", "POST"], middlewares: [takeToken] },
  { matcher: `${RETURNS}*`, methods: ["POST"], middlewares: [layBodyAside] },
  {
    matcher: RETURNS,
    methods: ["POST"],
    middlewares: [admitReturner, takeBodyBack, validateAndTransformBody(StoreOpenReturn)],
  },
  {
    matcher: RETURNS,
    methods: ["GET"],
    middlewares: [admitReturner, validateAndTransformQuery(StoreGetReturnsParams, { isList: true })],
  },
  {
    matcher: `${RETURNS}/:id`,
    methods: ["GET"],
    middlewares: [admitReturner, validateAndTransformQuery(NoParams, { isList: false })],
  },
  {
    matcher: `${RETURNS}/:id/sent`,
    methods: ["POST"],
    middlewares: [admitReturner, takeBodyBack, validateAndTransformBody(StoreSendReturn)],
  },
  { matcher: `${RETURNS}/:id/photos`, methods: ["POST"], middlewares: [admitReturner, receiveFiles] },
]
