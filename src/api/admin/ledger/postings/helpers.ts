import type { LineFilters } from "../../../../modules/ledger/types"
import type { AdminExportLedgerPostingsParamsType } from "../validators"

export const filtersOf = ({
  account,
  account_type,
  occurred_at,
  ...filters
}: AdminExportLedgerPostingsParamsType): LineFilters => ({
  ...filters,
  account_code: account,
  type: account_type,
  occurred_from: occurred_at?.$gte,
  occurred_before: occurred_at?.$lt,
})
