import type { Query } from "../../../lib/api/client"
import type { ListState } from "../../../lib/list-state"

/** What lines are about: requests name it as their address does, changes as the record is called. */
export const RECORDS = {
  vendors: ["vendors", "vendor", "vendor_requirement", "onboarding"],
  members: ["members", "invitations", "vendor_member", "vendor_invitation", "vendor_api_key", "api-keys"],
  bank_accounts: ["vendor_bank_account", "bank-account"],
  products: ["products", "product", "product-approvals"],
  orders: ["orders", "vendor-orders", "vendor_order"],
  returns: ["returns", "vendor-returns"],
  disputes: ["disputes", "dispute"],
  payouts: ["payouts", "payout", "payout_batch", "debt_invoice"],
  refunds: ["refunds", "gateway_refund", "bank_refund"],
  transfers: ["bank-transfers", "bank_transfer"],
  reconciliation: ["reconciliation", "reconciliation_line"],
  commission: ["commission-rules", "commission_rule"],
  settings: ["settings", "platform_setting"],
  staff: ["staff", "staff_invitation"],
  logins: ["auth_identity", "access_session", "mfa", "user", "impersonations"],
} as const

export const DAYS = [1, 7, 30, 90] as const

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

type Asked = NonNullable<Query<"GET /admin/audit">>

/** The list's state as the route takes it. The box holds one id: a shop's, a person's, or that of a record. */
export function queryOf({ q, order, filters }: Pick<ListState, "q" | "order" | "filters">): Asked {
  const about = Object.entries(RECORDS).find(([name]) => name === filters.about)
  const days = DAYS.find((count) => String(count) === filters.days)

  return {
    ...idFilter(q),
    ...(about && { record_type: [...about[1]] }),
    ...(days && { created_at: { $gte: since(days) } }),
    order: order === "created_at" ? "created_at" : "-created_at",
  }
}

/** To the hour, so that a page that is drawn again asks the same again. */
const since = (days: number): string =>
  new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS - days * DAY_MS).toISOString()

function idFilter(id: string): Asked {
  if (!id) {
    return {}
  }
  if (id.startsWith("vend_")) {
    return { vendor_id: id }
  }

  return id.startsWith("user_") || id.startsWith("cus_") ? { actor_id: id } : { record_id: id }
}
