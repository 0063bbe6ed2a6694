import type { MedusaRequest } from "@medusajs/framework/http"
import type { AccountType } from "../../../modules/ledger/domain/account"
import type { VendorLineFilters } from "../../../modules/ledger/types"
import { boundVendorId } from "../context"
import type { VendorExportTransactionsParamsType } from "./validators"

const typeOf = (balance: NonNullable<VendorExportTransactionsParamsType["balance"]>): AccountType =>
  balance === "in_transit" ? "payouts_in_transit" : `vendor_${balance}`

/** What the query asks for, of the shop that the request is bound to. */
export function filtersOf(
  req: MedusaRequest,
  { kind, balance, currency_code, occurred_at }: VendorExportTransactionsParamsType
): VendorLineFilters {
  return {
    vendor_id: boundVendorId(req),
    kind,
    type: balance && typeOf(balance),
    currency_code,
    occurred_from: occurred_at?.$gte,
    occurred_before: occurred_at?.$lt,
  }
}
