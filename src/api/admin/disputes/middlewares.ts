import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import {
  AdminGetDisputesParams,
  AdminNameDisputeItems,
  AdminRuleDispute,
  AdminSubmitDispute,
  AdminWriteDisputeMessage,
} from "./validators"

const DISPUTE = "/admin/disputes/:id"

const post = (path: string, body: Parameters<typeof validateAndTransformBody>[0]): MiddlewareRoute => ({
  matcher: `${DISPUTE}/${path}`,
  methods: ["POST"],
  middlewares: [validateAndTransformBody(body)],
})

const one = (matcher: string): MiddlewareRoute => ({
  matcher,
  methods: ["GET"],
  middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
})

export const adminDisputeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/disputes",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetDisputesParams, { isList: true })],
  },
  one(DISPUTE),
  one(`${DISPUTE}/evidence/:file_id`),
  post("ruling", AdminRuleDispute),
  post("submit", AdminSubmitDispute),
  post("items", AdminNameDisputeItems),
  post("messages", AdminWriteDisputeMessage),
]
