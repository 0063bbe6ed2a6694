import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import { ApproveReturn, ReceiveReturn, RejectReturn } from "../../vendor/returns/validators"
import { AdminGetVendorReturnsParams, AdminRuleOnReturn } from "./validators"

const RETURNS = "/admin/vendor-returns"

const post = (matcher: string, body: Parameters<typeof validateAndTransformBody>[0]): MiddlewareRoute => ({
  matcher,
  methods: ["POST"],
  middlewares: [validateAndTransformBody(body)],
})

export const adminVendorReturnMiddlewares: MiddlewareRoute[] = [
  {
    matcher: RETURNS,
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetVendorReturnsParams, { isList: true })],
  },
  {
    matcher: `${RETURNS}/:id`,
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
  post(`${RETURNS}/:id/approve`, ApproveReturn),
  post(`${RETURNS}/:id/reject`, RejectReturn),
  post(`${RETURNS}/:id/receive`, ReceiveReturn),
  post(`${RETURNS}/:id/rule`, AdminRuleOnReturn),
]
