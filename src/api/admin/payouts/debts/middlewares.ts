import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../../lib/list-params"
import { validateAndTransformBody, validateAndTransformQuery } from "../../../validate-request"
import {
  AdminCancelDebtInvoice,
  AdminGetDebtInvoicesParams,
  AdminGetDebtsParams,
  AdminInvoiceDebt,
  AdminSettleDebt,
} from "./validators"

const plain = (matcher: string): MiddlewareRoute => ({
  matcher,
  methods: ["GET"],
  middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
})

export const adminDebtMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/payouts/debts",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetDebtsParams, { isList: true })],
  },
  plain("/admin/payouts/debts/:vendor_id"),
  {
    matcher: "/admin/payouts/debts/:vendor_id/invoice",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminInvoiceDebt)],
  },
  {
    matcher: "/admin/payouts/debts/:vendor_id/settle",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminSettleDebt)],
  },
  {
    matcher: "/admin/payouts/debt-invoices",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetDebtInvoicesParams, { isList: true })],
  },
  plain("/admin/payouts/debt-invoices/:id"),
  plain("/admin/payouts/debt-invoices/:id/print"),
  {
    matcher: "/admin/payouts/debt-invoices/:id/cancel",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminCancelDebtInvoice)],
  },
]
