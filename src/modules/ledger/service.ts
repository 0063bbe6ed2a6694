import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { boundVendor } from "../../lib/vendor-scope"
import * as checkpoints from "./checkpoint-rows"
import { accountCode } from "./domain/account"
import { entry as checkEntry, type LedgerEntryInput } from "./domain/entry"
import { buildPayout, type PayoutEntryInput } from "./domain/payout"
import type { Movement } from "./domain/statement"
import { findEntry, insertEntries } from "./entry-rows"
import { LedgerAccount } from "./models/ledger-account"
import { LedgerEntry } from "./models/ledger-entry"
import { LedgerPosting } from "./models/ledger-posting"
import * as payouts from "./payout-rows"
import { linesAfter, pageOfLines } from "./posting-page"
import { ordersToCover, owedOfOrders, receivableDue } from "./split-rows"
import { movementsByMonth } from "./statement-rows"
import { takenOutOfClearing, totalsPerCurrency } from "./totals-rows"
import type {
  AvailablePage,
  Balance,
  BalanceFilters,
  HoldResult,
  LedgerLine,
  LineFilters,
  LinePage,
  PaidOut,
  PostedEntry,
  PostResult,
  TrialBalance,
  VendorCurrency,
  VendorLineFilters,
} from "./types"

class LedgerModuleService extends MedusaService({ LedgerAccount, LedgerEntry, LedgerPosting }) {
  /**
   * Posts entries that stand or fall together; one whose key is in the books already is left as it is. The number
   * of statements does not depend on the number of entries or postings.
   * @throws RangeError when an entry does not balance, or when its key stands for another movement
   */
  @InjectTransactionManager()
  async post(
    inputs: LedgerEntryInput[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PostResult[]> {
    // An order that is free in every part moves no money: there is nothing to write.
    const entries = inputs
      .map((input) => ({ ...checkEntry(input), id: generateEntityId("", "lent") }))
      .filter((entry) => entry.postings.length > 0)
    if (!entries.length) {
      return []
    }
    const isNew = await insertEntries(sharedContext, entries)
    for (const known of entries.filter((entry) => !isNew.has(entry.idempotency_key))) {
      await this.assertSame(known, sharedContext)
    }
    await this.coverSplits(
      entries.filter((entry) => isNew.has(entry.idempotency_key)),
      sharedContext
    )

    return entries.map((entry) => ({
      idempotency_key: entry.idempotency_key,
      posted: isNew.has(entry.idempotency_key),
    }))
  }

  /** What refunds took of money that a gateway pays to its vendor is a receivable, in the transaction that takes it. */
  private async coverSplits(entries: LedgerEntryInput[], context: Context): Promise<void> {
    const orders = ordersToCover(entries)
    const owed = orders.length ? await owedOfOrders(context, orders) : []
    if (owed.length) {
      await this.post(owed, context)
    }
  }

  private async assertSame(input: LedgerEntryInput, context: Context): Promise<void> {
    const posted = await this.entryByKey(input.idempotency_key, context)
    const lines = (entry: LedgerEntryInput) =>
      entry.postings
        .map(({ account, amount_minor }) => `${accountCode(account)} ${amount_minor}`)
        .toSorted()
        .join("\n")
    if (posted && lines(posted) !== lines(input)) {
      throw new RangeError(`Entry ${input.idempotency_key} is in the books with other postings`)
    }
  }

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

  /**
   * Takes the amount of a payout out of what the vendor may be paid, if it is there: one after the other, so that two never
   * hold the same money. To be called in the transaction that writes the payout's row.
   */
  @InjectTransactionManager()
  async hold(payout: PayoutEntryInput, @MedusaContext() sharedContext: Context = {}): Promise<HoldResult> {
    boundVendor(payout.vendor_id)
    await this.takeReceivable(payout, sharedContext)
    await payouts.lockAvailable(sharedContext, payout)
    const available_minor = await payouts.availableOf(sharedContext, payout)
    if (available_minor < payout.amount_minor) {
      return { is_held: false, available_minor }
    }
    await this.post([buildPayout(payout)], sharedContext)

    return { is_held: true, available_minor }
  }

  /** Takes what a vendor owes from what it may be paid; false when it owes nothing apart from that. */
  @InjectTransactionManager()
  async takeReceivable(of: VendorCurrency, @MedusaContext() sharedContext: Context = {}): Promise<boolean> {
    const due = await receivableDue(sharedContext, { ...of, vendor_id: boundVendor(of.vendor_id) })
    if (due) {
      await this.post([due], sharedContext)
    }

    return due !== null
  }

  /** What is held of an order for a vendor; below zero when a refund took back more than was held. */
  @InjectManager()
  async pendingOfOrder(
    of: VendorCurrency & { order_id: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<bigint> {
    return payouts.pendingOfOrder(sharedContext, { ...of, vendor_id: boundVendor(of.vendor_id) })
  }

  /** What a vendor holds of an order in cash; nobody else moves it until the transaction of the caller ends. */
  @InjectTransactionManager()
  async cashOfOrder(
    of: VendorCurrency & { order_id: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<bigint> {
    return payouts.cashOfOrder(sharedContext, { ...of, vendor_id: boundVendor(of.vendor_id) })
  }

  /** What a vendor may be paid; below zero after a refund of what it was paid already. */
  @InjectManager()
  async availableOf(of: VendorCurrency, @MedusaContext() sharedContext: Context = {}): Promise<bigint> {
    return payouts.availableOf(sharedContext, { ...of, vendor_id: boundVendor(of.vendor_id) })
  }

  /** Vendors that may be paid something, page by page. */
  @InjectManager()
  async pageOfAvailable(
    page: { after: string; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AvailablePage> {
    return payouts.pageOfAvailable(sharedContext, page)
  }

  @InjectManager()
  async paidOutOf(vendorId: string, @MedusaContext() sharedContext: Context = {}): Promise<PaidOut[]> {
    return payouts.paidOutOf(sharedContext, boundVendor(vendorId))
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

  /** The next postings to a vendor's accounts, the oldest first, after the one with that number. */
  @InjectManager()
  async linesOfVendorAfter(
    { vendor_id, ...filters }: VendorLineFilters,
    after: { after_seq: string; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<LedgerLine[]> {
    return linesAfter(sharedContext, { ...filters, owner: boundVendor(vendor_id) }, after)
  }

  /** What was ever posted to a vendor's accounts, by month and kind. */
  @InjectManager()
  async movementsOfVendor(
    vendorId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Movement[]> {
    return movementsByMonth(sharedContext, boundVendor(vendorId))
  }

  /**
   * Keeps the balances of all accounts up to now, so that to read one costs the same however many postings it has. Does
   * nothing while fewer than `min_postings` are new. Answers how many accounts have moved.
   */
  async checkpoint({ min_postings }: { min_postings: number }): Promise<number> {
    if ((await this.countUncounted_()) < min_postings) {
      return 0
    }

    return this.keepBalances_(await this.findCut_())
  }

  @InjectManager()
  protected async countUncounted_(@MedusaContext() sharedContext: Context = {}): Promise<number> {
    return checkpoints.countUncounted(sharedContext)
  }

  @InjectTransactionManager()
  protected async findCut_(@MedusaContext() sharedContext: Context = {}): Promise<bigint> {
    return checkpoints.findCut(sharedContext)
  }

  @InjectTransactionManager()
  protected async keepBalances_(cut: bigint, @MedusaContext() sharedContext: Context = {}): Promise<number> {
    return checkpoints.keepBalances(sharedContext, cut)
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

export default LedgerModuleService
