import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { AccountKind } from "../../lib/mobile-money"
import type { AccountHolder, AccountPlace, PayoutDestination } from "../../lib/payout-rail"
import { boundVendor } from "../../lib/vendor-scope"
import { BankFileService } from "./bank-file-service"
import { type PayoutTerms, type ReserveRule, USUAL_TERMS } from "./domain/terms"
import { paidBefore } from "./first-payout-rows"
import { PAYOUT_SETTINGS, type PayoutSettings } from "./loaders/rails"
import { PayoutFlow, type Sending } from "./payout-flow"
import * as payouts from "./payout-rows"
import { ReleaseFlow } from "./release-flow"
import * as releases from "./release-rows"
import * as shortfalls from "./shortfall-rows"
import * as terms from "./terms-rows"
import type {
  DeliveredOrder,
  HeldOrder,
  JobRecord,
  OpenedPayout,
  OpenPayoutInput,
  PayoutBooks,
  PayoutRecord,
  ReleaseBooks,
  ReserveDue,
  Settled,
  Shortfall,
  StoredTerms,
} from "./types"

const DAY_MS = 86_400_000
/** How long a payout that was made is looked at once a day: banks send back what does not arrive. */
const RETURN_DAYS = 14

/**
 * Holds vendors' money until it is due, and pays it out once. What calls a rail takes no context: its row is committed
 * before, so it must not run inside a caller's transaction.
 */
class PayoutModuleService extends BankFileService {
  private readonly settings: PayoutSettings
  private readonly flow: PayoutFlow
  private readonly releases: ReleaseFlow

  constructor(container: Record<string, unknown>) {
    super(container)
    // Registered by this module's own loader, which runs before the service is built.
    this.settings = container[PAYOUT_SETTINGS] as PayoutSettings
    this.flow = new PayoutFlow({
      in_transaction: (work) => this.inTransaction_(work),
      rail_of: (name) => this.rails.of(name),
      is_set_up: (name) => this.rails.has(name),
      settings: this.settings,
    })
    this.releases = new ReleaseFlow((work) => this.inTransaction_(work))
  }

  /** The first configured rail that pays in the currency to accounts of that kind; null when none does. */
  railFor(currencyCode: string, kind: AccountKind): string | null {
    return this.rails.railFor(currencyCode, kind)
  }

  /** Under which name an account is kept, by the word of the rail that would pay to it. @throws GatewayUnavailableError */
  async holderOf(account: AccountPlace): Promise<AccountHolder> {
    return this.rails.holderOf(account)
  }

  /**
   * What a rail can pay out now; null where it cannot be asked, and then takes what it is given.
   * @throws GatewayUnavailableError
   */
  async balanceAt(rail: string, currencyCode: string): Promise<bigint | null> {
    return this.rails.balanceAt(rail, currencyCode)
  }

  /** Keeps what a rail lacks; null when it lacks nothing. */
  @InjectManager()
  async saveShortfall(
    found: Omit<Shortfall, "since">,
    now: Date,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Shortfall | null> {
    return shortfalls.saveShortfall(sharedContext, found, now)
  }

  @InjectManager()
  async listShortfalls(@MedusaContext() sharedContext: Context = {}): Promise<Shortfall[]> {
    return shortfalls.listShortfalls(sharedContext)
  }

  /** Writes a payout and takes its amount out of what the vendor may be paid, in one transaction. */
  async openPayout(input: OpenPayoutInput, books: PayoutBooks): Promise<OpenedPayout> {
    return this.flow.open({ ...input, vendor_id: boundVendor(input.vendor_id) }, books)
  }

  /** Null when there is nothing to approve, or when it was the approver who asked for it. */
  @InjectManager()
  async approvePayout(
    approval: { id: string; by: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutRecord | null> {
    return payouts.approvePayout(sharedContext, approval, new Date())
  }

  /** A person says that it will not be paid: the money is the vendor's again. */
  async rejectPayout(
    { id, by, reason }: { id: string; by: string; reason: string },
    books: PayoutBooks
  ): Promise<Settled> {
    return this.flow.close(id, { to: "rejected", rejected_by: by, reason }, books)
  }

  /** A person says how a payout ended that nobody can look up. */
  async markPayout(
    {
      id,
      by,
      to,
      reason,
    }: { id: string; by: string; to: "paid" | "failed" | "returned"; reason: string | null },
    books: PayoutBooks
  ): Promise<Settled> {
    return this.flow.close(id, { to, marked_by: by, reason }, books)
  }

  @InjectManager()
  async readyPayouts(
    page: { after: string | null; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutRecord[]> {
    return payouts.readyAfter(sharedContext, page)
  }

  /** Takes a payout to the rail; null when another run has it. Committed before the rail hears of it. */
  @InjectManager()
  async claimPayout(id: string, @MedusaContext() sharedContext: Context = {}): Promise<PayoutRecord | null> {
    return payouts.claimPayout(sharedContext, id, new Date())
  }

  /** Posts a payout that was claimed. */
  async sendPayout(
    payout: PayoutRecord,
    destination: PayoutDestination,
    books: PayoutBooks
  ): Promise<Settled> {
    return this.flow.send(payout, destination, books)
  }

  /** The same of many on one rail and in one currency, in one call; what fails with one stands in its place, null for one that was lost meanwhile. */
  async sendPayouts(sendings: Sending[], books: PayoutBooks): Promise<(Settled | Error | null)[]> {
    return this.flow.sendMany(sendings, books)
  }

  sendsMany(rail: string, currencyCode: string): boolean {
    return this.rails.sendsMany(rail, currencyCode)
  }

  /** Asks the rail about a payout and books what it says; posts nothing. @throws GatewayUnavailableError */
  async checkPayout(payout: PayoutRecord, books: PayoutBooks): Promise<Settled> {
    return this.flow.check(payout, books)
  }

  /** Payouts that their rail has to be asked about, taken so that another run asks about others. */
  @InjectManager()
  async takeUnsettled(limit: number, @MedusaContext() sharedContext: Context = {}): Promise<PayoutRecord[]> {
    const now = new Date()

    return payouts.takeUnsettled(sharedContext, {
      now,
      posted_before: new Date(now.getTime() - this.settings.in_flight_seconds * 1000),
      paid_after: new Date(now.getTime() - RETURN_DAYS * DAY_MS),
      checked_before: new Date(now.getTime() - DAY_MS),
      rails: this.rails.names((rail) => !rail.is_manual),
      limit,
    })
  }

  @InjectManager()
  async findPayout(id: string, @MedusaContext() sharedContext: Context = {}): Promise<PayoutRecord | null> {
    return payouts.findPayout(sharedContext, id)
  }

  @InjectManager()
  async findByReference(
    reference: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutRecord | null> {
    return payouts.findByReference(sharedContext, reference)
  }

  @InjectManager()
  async deliveredAfter(
    input: { delivered_before: Date; after: DeliveredOrder | null; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<DeliveredOrder[]> {
    return releases.deliveredAfter(sharedContext, input)
  }

  @InjectManager()
  async changedReleases(
    input: { after: string; take: number; order_id?: string; vendor_id?: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<HeldOrder[]> {
    return releases.changedReleases(sharedContext, input)
  }

  @InjectManager()
  async reservesDue(
    input: { now: Date; after: string; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ReserveDue[]> {
    return releases.reservesDue(sharedContext, input)
  }

  /** Releases what is held for an order. False when another run was first. */
  async releaseOrder(order: HeldOrder, rule: ReserveRule, books: ReleaseBooks): Promise<boolean> {
    return this.releases.releaseOrder(order, rule, books)
  }

  /** Brings a release up to date with refunds that came after it. False when there is nothing to change. */
  async correctOrder(order: HeldOrder, books: ReleaseBooks): Promise<boolean> {
    return this.releases.correctOrder(order, books)
  }

  /** False when another run was first. */
  async releaseReserve(due: ReserveDue, books: ReleaseBooks): Promise<boolean> {
    return this.releases.releaseReserve(due, books)
  }

  @InjectManager()
  async paidBefore(ids: string[], @MedusaContext() sharedContext: Context = {}) {
    return paidBefore(sharedContext, ids)
  }

  /** The vendors that gateways pay by themselves in some currency. */
  @InjectManager()
  async vendorsWithDeposit(@MedusaContext() sharedContext: Context = {}): Promise<string[]> {
    return terms.vendorsWithDeposit(sharedContext)
  }

  /** What staff have set for each of the vendors, or what is usual. */
  @InjectManager()
  async termsOf(
    vendorIds: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Map<string, PayoutTerms>> {
    const stored = new Map((await terms.termsOf(sharedContext, vendorIds)).map((row) => [row.vendor_id, row]))

    return new Map(vendorIds.map((id) => [id, stored.get(id) ?? USUAL_TERMS]))
  }

  @InjectManager()
  async saveTerms(input: StoredTerms, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await terms.saveTerms(sharedContext, { ...input, vendor_id: boundVendor(input.vendor_id) })
  }

  /** Keeps when a job last ran to its end, so that one that stands still is seen. */
  async runJob<Result extends Record<string, unknown>>(
    name: string,
    work: () => Promise<Result>
  ): Promise<Result> {
    return terms.runJob((change) => this.inTransaction_(change), name, work)
  }

  @InjectManager()
  async listJobs(@MedusaContext() sharedContext: Context = {}): Promise<JobRecord[]> {
    return terms.listJobs(sharedContext)
  }

  @InjectTransactionManager()
  protected async inTransaction_<T>(
    work: (context: Context) => Promise<T>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<T> {
    return work(sharedContext)
  }
}

export default PayoutModuleService
