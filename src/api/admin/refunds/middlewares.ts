import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import { AdminActOnRefund, AdminEnterRefundAccount, AdminGetRefundsParams } from "./validators"

export const adminRefundMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/refunds",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetRefundsParams, { isList: true })],
  },
  {
    matcher: "/admin/refunds/:id/retry",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminActOnRefund)],
  },
  {
    matcher: "/admin/refunds/:id/account",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminEnterRefundAccount)],
  },
  {
    matcher: "/admin/refunds/:id/account/approve",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminActOnRefund)],
  },
]
