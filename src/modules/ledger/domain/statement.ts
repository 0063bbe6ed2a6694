import { ACCOUNT_TYPES } from "../../../lib/ledger-names"
import { sumMinor } from "../../../lib/money"
import type { AccountType } from "./account"
import type { EntryKind } from "./entry"

/** The balances of a shop that a statement shows: all accounts that a shop owns. */
export const STATEMENT_BALANCES = ACCOUNT_TYPES.filter((type) => /^(vendor|payouts)_/.test(type))

/** What was posted in a month (UTC, `YYYY-MM`) to one account of a vendor by entries of one kind; credit negative. */
export type Movement = {
  period: string
  currency_code: string
  type: AccountType
  kind: EntryKind
  amount_minor: bigint
}

/** As the shop reads it: what is owed to it is above zero. */
export type BalanceSheet = ReadonlyMap<AccountType, bigint>

export type Statement = {
  period: string
  currency_code: string
  opening: BalanceSheet
  closing: BalanceSheet
  movements: { kind: EntryKind; type: AccountType; amount_minor: bigint }[]
}

/**
 * The statements of a vendor, one for each month in which something was posted and each currency: what a month closes with
 * is what the next one opens with. The oldest first.
 */
export function statementsFrom(all: Movement[]): Statement[] {
  const currencies = [...new Set(all.map(({ currency_code }) => currency_code))].toSorted()

  return currencies.flatMap((currency_code) => {
    const own = all.filter((movement) => movement.currency_code === currency_code)
    const periods = [...new Set(own.map(({ period }) => period))].toSorted()

    return periods.map((period) => statementOf(own, { period, currency_code }))
  })
}

/** One month of one currency, also where nothing was posted in it. */
export function statementOf(
  all: Movement[],
  { period, currency_code }: { period: string; currency_code: string }
): Statement {
  const own = all.filter((movement) => movement.currency_code === currency_code)
  const inside = own.filter((movement) => movement.period === period)

  return {
    period,
    currency_code,
    opening: sheetOf(own.filter((movement) => movement.period < period)),
    closing: sheetOf(own.filter((movement) => movement.period <= period)),
    movements: inside
      .map(({ kind, type, amount_minor }) => ({ kind, type, amount_minor: -amount_minor }))
      .toSorted((left, right) => (`${left.kind} ${left.type}` < `${right.kind} ${right.type}` ? -1 : 1)),
  }
}

/** What reached the shop in a month, less what came back in it; fees are neither. */
export const paidOutIn = (movements: Statement["movements"]): bigint =>
  -sumMinor(
    movements
      .filter(
        ({ kind, type }) =>
          (kind === "payout_paid" && type === "payouts_in_transit") ||
          (kind === "payout_returned" && type === "vendor_available")
      )
      .map(({ amount_minor }) => amount_minor)
  )

/** The sum of a sheet: all that the platform owes to the shop. */
export const sheetTotal = (sheet: BalanceSheet): bigint => sumMinor(sheet.values())

const sheetOf = (movements: Movement[]): BalanceSheet =>
  new Map(
    STATEMENT_BALANCES.map((type) => {
      const own = movements.filter((movement) => movement.type === type)

      return [type, -sumMinor(own.map(({ amount_minor }) => amount_minor))]
    })
  )

/** A month as an interval of time, half open, in UTC. */
export function monthOf(period: string): { from: Date; before: Date } {
  const from = new Date(`${period}-01T00:00:00Z`)
  const before = new Date(from)
  before.setUTCMonth(before.getUTCMonth() + 1)

  return { from, before }
}
