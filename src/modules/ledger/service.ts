import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { boundVendor } from "../../lib/vendor-scope"
import * as bankLines from "./bank-line-rows"
import * as checkpoints from "./checkpoint-rows"
import { linesOfDebt, standingOf } from "./debt-rows"
import { accountCode } from "./domain/account"
import type { BankLine } from "./domain/bank-line"
import { buildDebtPaid, type DebtPaidInput, lineOfDebtPaid } from "./domain/debt-paid"
import { buildDeposit, type DepositInput, depositedBy, isMovable, lineOfDeposit } from "./domain/deposit"
import { entry as checkEntry, type LedgerEntryInput } from "./domain/entry"
import { buildPayout, type PayoutEntryInput } from "./domain/payout"
import { whyOwed } from "./domain/why-owed"
import { entryIds, insertEntries } from "./entry-rows"
import { LedgerReadService } from "./ledger-read-service"
import * as payouts from "./payout-rows"
import { ordersToCover, owedOfOrders, receivableDue } from "./split-rows"
import type {
  DebtPaid,
  DepositMoved,
  ExplainedStanding,
  HoldResult,
  PostResult,
  Standing,
  VendorCurrency,
} from "./types"

const KNOWN = { same: "moved", another: "taken" } as const

class LedgerModuleService extends LedgerReadService {
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
    const ids = entryIds()
    // An order that is free in every part moves no money: there is nothing to write.
    const entries = inputs
      .map((input) => ({ ...checkEntry(input), id: ids() }))
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
    if ((await this.knownAs(input, context)) === "another") {
      throw new RangeError(`Entry ${input.idempotency_key} is in the books with other postings`)
    }
  }

  /** Whether the books have an entry of that key, or of the line of the bank's statement that it is: null for none. */
  private async knownAs(
    input: LedgerEntryInput,
    context: Context,
    line: BankLine | null = null
  ): Promise<"same" | "another" | null> {
    const posted =
      (await this.entryByKey(input.idempotency_key, context)) ??
      (line?.entry_key ? await this.entryByKey(line.entry_key, context) : null)
    if (!posted) {
      return line && "another"
    }
    const lines = (entry: LedgerEntryInput) =>
      entry.postings
        .map(({ account, amount_minor }) => `${accountCode(account)} ${amount_minor}`)
        .toSorted()
        .join("\n")

    return lines(posted) === lines(input) ? "same" : "another"
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

  /**
   * Moves a vendor's deposit once for each reference, as far as it lies there; to cover what the vendor owes, as far as it
   * owes something. What it owes apart from what is available is taken from there first.
   */
  @InjectTransactionManager()
  async moveDeposit(
    input: DepositInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<DepositMoved> {
    const of = { ...input, vendor_id: boundVendor(input.vendor_id) }
    const entry = buildDeposit(of)
    const deposited_minor = await payouts.lockDeposit(sharedContext, of)
    await this.takeReceivable(of, sharedContext)
    await payouts.lockAvailable(sharedContext, of)
    const owed_minor = -(await payouts.availableOf(sharedContext, of))
    const line = lineOfDeposit(of)
    const booked = line && (await bankLines.findLine(sharedContext, line.reference))
    const known = await this.knownAs(entry, sharedContext, booked)
    if (known || !isMovable(of, { deposited_minor, owed_minor })) {
      return { outcome: known ? KNOWN[known] : "refused", line: booked, deposited_minor, owed_minor }
    }
    const taken = await this.postLine(entry, line, sharedContext)

    return taken
      ? { outcome: "taken", line: taken, deposited_minor, owed_minor }
      : { outcome: "moved", line: null, deposited_minor: deposited_minor + depositedBy(of), owed_minor }
  }

  /** Posts what a line of the bank's statement has brought, unless another was faster, which is answered. */
  private async postLine(
    entry: LedgerEntryInput,
    line: BankLine | null,
    context: Context
  ): Promise<BankLine | null> {
    const taken = line && (await bankLines.claimLine(context, line))
    if (!taken) {
      await this.post([entry], context)
    }

    return taken
  }

  /**
   * Takes a line of the bank's statement for what it is booked as, in the transaction of the caller: null when it is taken now,
   * else what it is booked as.
   */
  @InjectTransactionManager()
  async claimBankLine(
    line: BankLine,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<BankLine | null> {
    return bankLines.claimLine(sharedContext, line)
  }

  /**
   * What a vendor owes, with what it owed apart from what is available taken from there; no payout, payment or write-off
   * changes it until the transaction of the caller ends. `from_seq` of an earlier answer tells what has come in since.
   */
  @InjectTransactionManager()
  async lockOwed(
    { from_seq = null, ...of }: VendorCurrency & { from_seq?: string | null },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Standing> {
    await this.takeReceivable(of, sharedContext)
    await payouts.lockAvailable(sharedContext, of)

    return standingOf(sharedContext, { ...of, from_seq })
  }

  /** The same with its reasons; both are of one moment. */
  @InjectTransactionManager()
  async lockDebt(
    of: VendorCurrency,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ExplainedStanding> {
    await this.lockOwed(of, sharedContext)
    const debt = await linesOfDebt(sharedContext, of)
    const { from_seq, credited_minor } = debt
    const { owed_minor, since, parts } = whyOwed(debt) ?? { owed_minor: 0n, since: null, parts: [] }

    return { owed_minor, since, parts, from_seq, credited_minor }
  }

  /** Books that a vendor has paid what it owes, once for each reference, and never more than is owed. */
  @InjectTransactionManager()
  async payDebt(input: DebtPaidInput, @MedusaContext() sharedContext: Context = {}): Promise<DebtPaid> {
    const entry = buildDebtPaid({ ...input, vendor_id: boundVendor(input.vendor_id) })
    const { owed_minor } = await this.lockOwed(
      { vendor_id: input.vendor_id, currency_code: input.currency_code },
      sharedContext
    )
    const line = await bankLines.findLine(sharedContext, input.reference)
    const known = await this.knownAs(entry, sharedContext, line)
    if (known) {
      return { outcome: known === "same" ? "known" : "taken", line, owed_minor }
    }
    if (input.amount_minor > owed_minor) {
      return { outcome: "refused", line, owed_minor }
    }
    const taken = await this.postLine(entry, lineOfDebtPaid(input), sharedContext)

    return taken
      ? { outcome: "taken", line: taken, owed_minor }
      : { outcome: "paid", line: null, owed_minor: owed_minor - input.amount_minor }
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
}

export default LedgerModuleService
