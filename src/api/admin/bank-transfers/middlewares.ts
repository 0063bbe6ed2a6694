import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import {
  AdminGetBankRefundsParams,
  AdminGetBankTransfersParams,
  AdminMarkBankRefund,
  AdminMatchBankTransfer,
  AdminRecordBankTransfer,
  AdminReturnBankTransfer,
} from "./validators"

export const adminBankTransferMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/bank-transfers",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetBankTransfersParams, { isList: true })],
  },
  {
    matcher: "/admin/bank-transfers",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminRecordBankTransfer)],
  },
  {
    matcher: "/admin/bank-transfers/:id/match",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminMatchBankTransfer)],
  },
  {
    matcher: "/admin/bank-transfers/:id/return",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminReturnBankTransfer)],
  },
  {
    matcher: "/admin/bank-transfers/refunds",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetBankRefundsParams, { isList: true })],
  },
  {
    matcher: "/admin/bank-transfers/refunds/:id/mark",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminMarkBankRefund)],
  },
]
