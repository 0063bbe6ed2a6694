import type { Context } from "@medusajs/framework/types"
import type { AccountKind } from "../../lib/mobile-money"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import type { Account } from "./domain/decide"
import type { PaidBefore } from "./domain/first-payouts"
import type { PayoutState } from "./domain/state"
import { type PayoutTerms, USUAL_TERMS } from "./domain/terms"

type WaitingPayout = { id: string; currency_code: string; amount_minor: bigint; state: PayoutState }

/** What there is to be known of a shop before it is paid. */
export type PayoutStanding = {
  shop: { status: string; is_house: boolean }
  account: (Account & { kind: AccountKind }) | null
  terms: PayoutTerms
  /** By currency. */
  paid_before: Record<string, PaidBefore>
  /** Currencies in which money waits for staff. */
  held: string[]
  /** Payouts that wait for a person. */
  waiting: WaitingPayout[]
}

type Row = {
  status: string
  is_house: boolean
  account:
    | (Omit<Account, "since" | "is_first" | "is_verified"> & {
        kind: AccountKind
        created_at: string
        is_first: boolean
        is_verified: boolean
      })
    | null
  terms: PayoutTerms | null
  paid: { currency_code: string; first_paid_at: string | null; sum_minor: string }[]
  held: string[]
  waiting: (Omit<WaitingPayout, "amount_minor"> & { amount_minor: string })[]
}

/**
 * The same that a run asks about all vendors in six statements, of one vendor in one: the page that shows it asks many other
 * things. Raw SQL because it spans the vendor's own tables.
 */
export async function standingOf(context: Context, vendorId: string): Promise<PayoutStanding | null> {
  const [row] = await queryRows<Row>(
    context,
    `select v.status, v.is_house,
       (select jsonb_build_object('id', b.id, 'kind', b.kind, 'currency_code', b.currency_code, 'created_at', b.created_at,
            'is_verified', b.verified_at is not null, 'is_first', not exists (
              select 1 from vendor_bank_account x where x.vendor_id = v.id and x.id <> b.id and x.deleted_at is null))
          from vendor_bank_account b
          where b.vendor_id = v.id and b.replaced_at is null and b.deleted_at is null) as account,
       (select to_jsonb(t) from (
          select risk_level, schedule, stopped_reason, is_cash_stopped, split_deposits
          from payout_terms where vendor_id = v.id) as t) as terms,
       (select coalesce(jsonb_agg(p), '[]') from (
          select currency_code, min(paid_at) filter (where state = 'paid') as first_paid_at,
            sum(amount_minor)::text as sum_minor
          from payout where vendor_id = v.id and state not in ('rejected', 'failed', 'returned')
          group by currency_code) as p) as paid,
       (select coalesce(jsonb_agg(distinct h.currency_code), '[]') from payout_match_hold h
          where h.vendor_id = v.id and h.state <> 'released') as held,
       (select coalesce(jsonb_agg(w), '[]') from (
          select id, currency_code, amount_minor::text as amount_minor, state from payout
          where vendor_id = v.id and state in ('awaiting_approval', 'needs_otp', 'unknown')
          order by created_at, id limit 20) as w) as waiting
     from vendor v where v.id = ? and v.deleted_at is null`,
    [boundVendor(vendorId)]
  )

  return row ? fromRow(row) : null
}

const fromRow = ({ status, is_house, account, terms, paid, held, waiting }: Row): PayoutStanding => ({
  shop: { status, is_house },
  account: account && { ...account, since: new Date(account.created_at) },
  terms: terms ?? USUAL_TERMS,
  paid_before: Object.fromEntries(
    paid.map(({ currency_code, first_paid_at, sum_minor }) => [
      currency_code,
      {
        first_paid_at: first_paid_at === null ? null : new Date(first_paid_at),
        sum_minor: BigInt(sum_minor),
      },
    ])
  ),
  held,
  waiting: waiting.map(({ amount_minor, ...row }) => ({ ...row, amount_minor: BigInt(amount_minor) })),
})
