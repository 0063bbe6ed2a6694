import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import { receiveDocument } from "../../vendor/onboarding/documents/receive-document"
import { takeToken } from "../orders/admit-reader"
import { admitToDispute } from "./helpers"
import { DisputeMessage, StoreGetDisputesParams, StoreOpenDispute } from "./validators"

export const storeDisputeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/disputes",
    methods: ["GET"],
    middlewares: [takeToken, validateAndTransformQuery(StoreGetDisputesParams, { isList: true })],
  },
  {
    matcher: "/store/disputes",
    methods: ["POST"],
    middlewares: [takeToken, validateAndTransformBody(StoreOpenDispute)],
  },
  {
    matcher: "/store/disputes/:id",
    methods: ["GET"],
    middlewares: [takeToken, validateAndTransformQuery(NoParams, { isList: false })],
  },
  {
    matcher: "/store/disputes/:id/messages",
    methods: ["POST"],
    middlewares: [takeToken, validateAndTransformBody(DisputeMessage)],
  },
  {
    matcher: "/store/disputes/:id/evidence",
    methods: ["POST"],
    // Nobody else's file is even received.
    middlewares: [takeToken, admitToDispute, receiveDocument],
  },
]
