import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import { toMajorUnits } from "../../lib/money"
import { LEDGER_MODULE } from "../../modules/ledger"
import { type AccountRef, accountCode } from "../../modules/ledger/domain/account"
import type LedgerModuleService from "../../modules/ledger/service"
import type { BalanceFilters, LedgerLine, LineFilters } from "../../modules/ledger/types"

const ledgerOf = (container: MedusaContainer) => container.resolve<LedgerModuleService>(LEDGER_MODULE)

const accountView = (account: AccountRef) => ({
  account: accountCode(account),
  account_type: account.type,
  owner: account.owner ?? null,
})

/** Balances of accounts in major units, debit above zero. */
export async function listBalances(
  container: MedusaContainer,
  filters: BalanceFilters,
  page: { take: number; skip: number }
) {
  const { balances, count } = await ledgerOf(container).listBalances(filters, page)

  return {
    accounts: balances.map(({ code, type, owner, currency_code, balance_minor }) => ({
      account: code,
      account_type: type,
      owner,
      currency_code,
      balance: toMajorUnits(balance_minor, currency_code),
    })),
    count,
    offset: page.skip,
    limit: page.take,
  }
}

const postingOf = <Line extends Omit<LedgerLine, "reference">>({
  account,
  amount_minor,
  currency_code,
  seq: _,
  ...line
}: Line) => ({
  ...line,
  ...accountView(account),
  currency_code,
  amount: toMajorUnits(amount_minor, currency_code),
})

const postingView = (line: LedgerLine) => postingOf(line)

/** So many postings are in memory at a time, however many an export has. */
const CHUNK = 1000

/** All postings that the filters let through, the oldest first, in pieces. */
export async function* readPostings(container: MedusaContainer, filters: LineFilters) {
  let after_seq = "0"
  for (;;) {
    const lines = await ledgerOf(container).linesAfter(filters, { after_seq, take: CHUNK })
    const last = lines.at(-1)
    if (!last) {
      return
    }
    yield lines.map((line) => ({ ...postingView(line), order_id: line.reference.order_id ?? null }))
    after_seq = last.seq
  }
}

/** Postings with what their entries say of them, in major units, debit above zero. */
export async function listPostings(
  container: MedusaContainer,
  filters: LineFilters,
  page: { take: number; skip: number; is_ascending: boolean }
) {
  const { lines, count, has_more_than_count } = await ledgerOf(container).listLines(filters, page)

  return {
    postings: lines.map(postingView),
    count,
    has_more_than_count,
    offset: page.skip,
    limit: page.take,
  }
}

/** More than any order has, short of a fault. */
const MOST_OF_ORDER = 200

/** What an order has moved on a vendor's accounts, in major units, debit above zero. */
export async function postingsOfOrder(
  container: MedusaContainer,
  of: { vendor_id: string; order_id: string }
) {
  const lines = await ledgerOf(container).linesOfOrder({ ...of, take: MOST_OF_ORDER })

  return lines.map(({ reference: _, ...line }) => postingOf(line))
}

/** One entry with all of its postings. @throws not found */
export async function retrieveEntry(container: MedusaContainer, id: string) {
  const found = await ledgerOf(container).entryById(id)
  if (!found) {
    throw notFound(ErrorCode.LEDGER_ENTRY_NOT_FOUND, `Ledger entry ${id} was not found.`)
  }
  const { postings, reverses_id, ...entry } = found

  return {
    ...entry,
    reverses_id: reverses_id ?? null,
    postings: postings.map(({ account, amount_minor }) => ({
      ...accountView(account),
      amount: toMajorUnits(amount_minor, entry.currency_code),
    })),
  }
}

/** Debits and credits of all accounts by currency; the difference is zero as long as the books are sound. */
export async function readTrialBalance(container: MedusaContainer) {
  const rows = await ledgerOf(container).trialBalance()

  return rows.map(({ currency_code, debit_minor, credit_minor, difference_minor }) => ({
    currency_code,
    debit: toMajorUnits(debit_minor, currency_code),
    credit: toMajorUnits(credit_minor, currency_code),
    difference: toMajorUnits(difference_minor, currency_code),
  }))
}
