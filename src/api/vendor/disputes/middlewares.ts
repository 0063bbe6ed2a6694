import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { DisputeMessage } from "../../store/disputes/validators"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import { receiveDocument } from "../onboarding/documents/receive-document"
import { VendorAcceptDispute, VendorGetDisputesParams } from "./validators"

const DISPUTE = "/vendor/disputes/:id"

export const vendorDisputeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/disputes",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetDisputesParams, { isList: true })],
  },
  {
    matcher: DISPUTE,
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
  {
    matcher: `${DISPUTE}/messages`,
    methods: ["POST"],
    middlewares: [validateAndTransformBody(DisputeMessage)],
  },
  { matcher: `${DISPUTE}/evidence`, methods: ["POST"], middlewares: [receiveDocument] },
  {
    matcher: `${DISPUTE}/evidence/:file_id`,
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
  {
    matcher: `${DISPUTE}/accept`,
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorAcceptDispute)],
  },
]
