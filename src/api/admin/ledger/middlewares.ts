import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformQuery } from "../../validate-request"
import {
  AdminExportLedgerPostingsParams,
  AdminGetLedgerAccountsParams,
  AdminGetLedgerPostingsParams,
} from "./validators"

const get = (
  matcher: string,
  schema: Parameters<typeof validateAndTransformQuery>[0],
  isList: boolean
): MiddlewareRoute => ({
  matcher,
  methods: ["GET"],
  middlewares: [validateAndTransformQuery(schema, { isList })],
})

export const adminLedgerMiddlewares: MiddlewareRoute[] = [
  get("/admin/ledger/accounts", AdminGetLedgerAccountsParams, true),
  get("/admin/ledger/postings/export", AdminExportLedgerPostingsParams, false),
  get("/admin/ledger/postings", AdminGetLedgerPostingsParams, true),
  get("/admin/ledger/entries/:id", NoParams, false),
  get("/admin/ledger/trial-balance", NoParams, false),
]
