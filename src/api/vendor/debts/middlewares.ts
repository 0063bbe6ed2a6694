import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformQuery } from "../../validate-request"
import { VendorGetDebtInvoicesParams } from "./validators"

const plain = (matcher: string): MiddlewareRoute => ({
  matcher,
  methods: ["GET"],
  middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
})

export const vendorDebtMiddlewares: MiddlewareRoute[] = [
  plain("/vendor/debts"),
  {
    matcher: "/vendor/debts/invoices",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetDebtInvoicesParams, { isList: true })],
  },
  plain("/vendor/debts/invoices/:id"),
  plain("/vendor/debts/invoices/:id/print"),
]
