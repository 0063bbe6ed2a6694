import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import { toMajorUnits } from "../../lib/money"
import { boundVendor } from "../../lib/vendor-scope"
import { LEDGER_MODULE } from "../../modules/ledger"
import {
  type BalanceSheet,
  monthOf,
  paidOutIn,
  type Statement,
  sheetTotal,
  statementOf,
  statementsFrom,
} from "../../modules/ledger/domain/statement"
import type LedgerModuleService from "../../modules/ledger/service"
import { readSoldInMonth, type Sold } from "./sold-in-month"
import { balanceName, readVendorTransactions, type VendorTransaction } from "./vendor-transactions"

/** A transaction that began in the month may be written a moment after it: until then a statement may still grow. */
const SETTLES_AFTER_MS = 60 * 60 * 1000

/** What a shop was owed at one moment, by balance, and all of it together; in major units. */
export type StatementSheet = Record<string, string>

export type StatementView = {
  currency_code: string
  opening: StatementSheet
  movements: { kind: string; balance: string; amount: string }[]
  closing: StatementSheet
  /** What the sales of the month consist of, as frozen at sale. */
  sold: Sold
}

export type StatementOfMonth = {
  period: string
  from: Date
  before: Date
  is_final: boolean
  statements: StatementView[]
}

const ledgerOf = (container: MedusaContainer) => container.resolve<LedgerModuleService>(LEDGER_MODULE)

const isFinal = (before: Date) => Date.now() > before.getTime() + SETTLES_AFTER_MS

/** The months of a shop in which its money moved, the last first. */
export async function listStatements(container: MedusaContainer, vendorId: string) {
  const movements = await ledgerOf(container).movementsOfVendor(boundVendor(vendorId))

  return statementsFrom(movements)
    .map(({ period, currency_code, opening, closing, movements: moved }) => {
      const major = (amount: bigint) => toMajorUnits(amount, currency_code)

      return {
        period,
        currency_code,
        is_final: isFinal(monthOf(period).before),
        opening: major(sheetTotal(opening)),
        closing: major(sheetTotal(closing)),
        paid_out: major(paidOutIn(moved)),
      }
    })
    .toSorted((left, right) =>
      left.period === right.period
        ? left.currency_code.localeCompare(right.currency_code)
        : right.period.localeCompare(left.period)
    )
}

/** A month of a shop in all its currencies. @throws not found for a month that has not begun */
export async function readStatement(
  container: MedusaContainer,
  { vendor_id, period }: { vendor_id: string; period: string }
): Promise<StatementOfMonth> {
  const { statements, ...month } = await rawStatement(container, { vendor_id, period })
  const sold = await readSoldInMonth(container, { vendor_id, period })

  return {
    ...month,
    statements: statements.map(({ currency_code, opening, closing, movements }) => ({
      currency_code,
      opening: sheetView(opening, currency_code),
      movements: movements.map(({ kind, type, amount_minor }) => ({
        kind,
        balance: balanceName(type),
        amount: toMajorUnits(amount_minor, currency_code),
      })),
      closing: sheetView(closing, currency_code),
      sold: sold(currency_code),
    })),
  }
}

/** A row of the file: a balance at the beginning or the end, or a line between. All rows before the end add up to the end. */
export type StatementRow = Pick<
  VendorTransaction,
  "kind" | "balance" | "amount" | "currency_code" | "order_number"
> & { id: string; date: Date }

/** What a statement's file holds, in pieces, however long the month was. */
export async function* readStatementRows(
  container: MedusaContainer,
  { vendor_id, period }: { vendor_id: string; period: string }
): AsyncGenerator<StatementRow[]> {
  const { statements, from, before } = await rawStatement(container, { vendor_id, period })
  yield statements.flatMap(({ opening, currency_code }) =>
    sheetRows(opening, { kind: "opening_balance", currency_code, date: from })
  )
  const lines = readVendorTransactions(container, { vendor_id, posted_from: from, posted_before: before })
  for await (const piece of lines) {
    yield piece.map(({ order_id: _, occurred_at, ...line }) => ({ ...line, date: occurred_at }))
  }
  yield statements.flatMap(({ closing, currency_code }) =>
    sheetRows(closing, { kind: "closing_balance", currency_code, date: before })
  )
}

async function rawStatement(
  container: MedusaContainer,
  { vendor_id, period }: { vendor_id: string; period: string }
): Promise<Omit<StatementOfMonth, "statements"> & { statements: Statement[] }> {
  const { from, before } = monthOf(period)
  if (from.getTime() > Date.now()) {
    throw notFound(
      ErrorCode.STATEMENT_NOT_FOUND,
      `There is no statement of ${period}: the month has not begun.`
    )
  }
  const movements = await ledgerOf(container).movementsOfVendor(boundVendor(vendor_id))
  const currencies = [
    ...new Set(movements.filter((moved) => moved.period <= period).map(({ currency_code }) => currency_code)),
  ].toSorted()

  return {
    period,
    from,
    before,
    is_final: isFinal(before),
    statements: currencies.map((currency_code) => statementOf(movements, { period, currency_code })),
  }
}

const sheetView = (sheet: BalanceSheet, currencyCode: string): StatementSheet =>
  Object.fromEntries([
    ...[...sheet].map(([type, amount]) => [balanceName(type), toMajorUnits(amount, currencyCode)]),
    ["total", toMajorUnits(sheetTotal(sheet), currencyCode)],
  ])

const sheetRows = (
  sheet: BalanceSheet,
  { kind, currency_code, date }: { kind: string; currency_code: string; date: Date }
): StatementRow[] =>
  [...sheet].map(([type, amount]) => ({
    id: "",
    date,
    kind,
    balance: balanceName(type),
    amount: toMajorUnits(amount, currency_code),
    currency_code,
    order_number: null,
  }))
