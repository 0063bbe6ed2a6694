import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import { boundVendor } from "../../lib/vendor-scope"
import * as checkpoints from "./checkpoint-rows"
import { linesOfDebt, pageOfOwing, standingOf } from "./debt-rows"
import type { Movement } from "./domain/statement"
import { type Owed, whyOwed } from "./domain/why-owed"
import { findEntry } from "./entry-rows"
import { LedgerAccount } from "./models/ledger-account"
import { LedgerEntry } from "./models/ledger-entry"
import { LedgerPosting } from "./models/ledger-posting"
import * as payouts from "./payout-rows"
import { linesAfter, linesOfOrder, pageOfLines } from "./posting-page"
import { movementsByMonth } from "./statement-rows"
import { takenOutOfClearing, totalsPerCurrency } from "./totals-rows"
import type {
  AvailablePage,
  Balance,
  BalanceFilters,
  LedgerLine,
  LineFilters,
  LinePage,
  OwedPage,
  PaidOut,
  PostedEntry,
  Standing,
  TrialBalance,
  VendorCurrency,
  VendorLineFilters,
} from "./types"

/** What is read of the books. */
export class LedgerReadService extends MedusaService({ LedgerAccount, LedgerEntry, LedgerPosting }) {
  /** The entry with its postings, or null. */
  @InjectManager()
  async entryByKey(key: string, @MedusaContext() sharedContext: Context = {}): Promise<PostedEntry | null> {
    return findEntry(sharedContext, { column: "idempotency_key", value: key })
  }

  /** The entry with its postings, or null. */
  @InjectManager()
  async entryById(id: string, @MedusaContext() sharedContext: Context = {}): Promise<PostedEntry | null> {
    return findEntry(sharedContext, { column: "id", value: id })
  }

  /** Balances of accounts, as committed: what the last checkpoint kept and what was posted after it. */
  @InjectManager()
  async balances(
    filters: BalanceFilters = {},
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Balance[]> {
    return checkpoints.balancesOf(sharedContext, filters)
  }

  @InjectManager()
  async paidOutOf(vendorId: string, @MedusaContext() sharedContext: Context = {}): Promise<PaidOut[]> {
    return payouts.paidOutOf(sharedContext, boundVendor(vendorId))
  }

  /** Vendors that may be paid something, page by page. */
  @InjectManager()
  async pageOfAvailable(
    page: { after: string; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AvailablePage> {
    return payouts.pageOfAvailable(sharedContext, page)
  }

  /** A page of the balances of accounts. */
  @InjectManager()
  async listBalances(
    filters: BalanceFilters,
    page: { take: number; skip: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ balances: Balance[]; count: number }> {
    return checkpoints.pageOfBalances(sharedContext, filters, page)
  }

  /** A page of postings, of all owners unless one is named: for staff. */
  @InjectManager()
  async listLines(
    filters: LineFilters,
    page: { take: number; skip: number; is_ascending: boolean },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<LinePage> {
    return pageOfLines(sharedContext, filters, page)
  }

  /** A page of what was posted to a vendor's accounts. */
  @InjectManager()
  async listLinesOfVendor(
    { vendor_id, ...filters }: VendorLineFilters,
    page: { take: number; skip: number; is_ascending: boolean },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<LinePage> {
    return pageOfLines(sharedContext, { ...filters, owner: boundVendor(vendor_id) }, page)
  }

  /** What an order has moved on a vendor's accounts, the oldest first. */
  @InjectManager()
  async linesOfOrder(
    { vendor_id, ...of }: { vendor_id: string; order_id: string; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<LedgerLine[]> {
    return linesOfOrder(sharedContext, { ...of, owner: boundVendor(vendor_id) })
  }

  /** The next postings to a vendor's accounts, the oldest first, after the one with that number. */
  @InjectManager()
  async linesOfVendorAfter(
    { vendor_id, ...filters }: VendorLineFilters,
    after: { after_seq: string; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<LedgerLine[]> {
    return linesAfter(sharedContext, { ...filters, owner: boundVendor(vendor_id) }, after)
  }

  /** The next postings of all owners unless one is named, the oldest first, after the one with that number: for staff. */
  @InjectManager()
  async linesAfter(
    filters: LineFilters,
    after: { after_seq: string; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<LedgerLine[]> {
    return linesAfter(sharedContext, filters, after)
  }

  /** What was ever posted to a vendor's accounts, by month and kind. */
  @InjectManager()
  async movementsOfVendor(
    vendorId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Movement[]> {
    return movementsByMonth(sharedContext, boundVendor(vendorId))
  }

  /** What a vendor owes in a currency, since when and for what; null when it owes nothing. */
  @InjectManager()
  async whyOwed(of: VendorCurrency, @MedusaContext() sharedContext: Context = {}): Promise<Owed | null> {
    return whyOwed(await linesOfDebt(sharedContext, { ...of, vendor_id: boundVendor(of.vendor_id) }))
  }

  /** What a vendor owes out of what is available, and what came in on it since that place in the books. */
  @InjectManager()
  async standingOf(
    of: VendorCurrency & { from_seq: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Standing> {
    return standingOf(sharedContext, { ...of, vendor_id: boundVendor(of.vendor_id) })
  }

  /** A page of what vendors owe, of all of them unless one is named: for staff. */
  @InjectManager()
  async listOwing(
    filters: { vendor_id?: string; currency_code?: string },
    page: { take: number; skip: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<OwedPage> {
    return pageOfOwing(sharedContext, filters, page)
  }

  /** What went back to buyers and their banks out of what a gateway collected, up to then. */
  @InjectManager()
  async takenBack(
    of: { gateway: string; currency_code: string; before: Date },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<bigint> {
    return takenOutOfClearing(sharedContext, of)
  }

  /** Debits and credits of all accounts, per currency. */
  @InjectManager()
  async trialBalance(@MedusaContext() sharedContext: Context = {}): Promise<TrialBalance[]> {
    return totalsPerCurrency(sharedContext)
  }
}
