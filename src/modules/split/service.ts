import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { GatewayRefusedError, GatewayUnavailableError } from "../../lib/gateway"
import type { GatewaySplits, SubaccountInput } from "../../lib/gateway-split"
import { withoutNumber } from "../../lib/payout-rail"
import { boundVendor } from "../../lib/vendor-scope"
import { type ShareEnd, soldShare } from "./domain/share"
import { nextStep } from "./domain/subaccount"
import { SplitShare } from "./models/split-share"
import { SplitSubaccount } from "./models/split-subaccount"
import * as rows from "./rows"
import * as subaccounts from "./subaccount-rows"
import type { SaleBooks, ShareBooks, ShareRecord, SplitPayment, SubaccountRecord } from "./types"

/** Longer than a gateway takes to show what it has taken on. */
const SETTLE_MS = 5 * 60 * 1000

type SyncOf = { vendor_id: string; gateway: string; account_id: string; now: Date }

/** What the gateway is told of a vendor, read when it is. */
type ReadDetails = () => Promise<Omit<SubaccountInput, "key">>

/** Keeps what gateways pay to vendors by themselves. */
class SplitModuleService extends MedusaService({ SplitShare, SplitSubaccount }) {
  /** Takes on what a payment was split into, any number of times. */
  @InjectTransactionManager()
  async takeOn(payments: SplitPayment[], @MedusaContext() sharedContext: Context = {}): Promise<void> {
    for (const payment of payments) {
      await rows.insertShares(sharedContext, payment)
    }
  }

  /**
   * Makes the shares of a payment those of an order, and posts its sale with them. A share whose end is known already counts
   * as it ended.
   */
  @InjectTransactionManager()
  async sell(
    { order_id, payment }: { order_id: string; payment: SplitPayment },
    books: SaleBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await rows.insertShares(sharedContext, payment)
    const all = await rows.lockSharesOf(sharedContext, payment.reference)
    const free = all.filter((share) => share.order_id === null)
    await rows.saveOrder(
      sharedContext,
      { from: null, to: order_id },
      free.map(({ id }) => id)
    )
    const own = await rows.sharesOfOrder(sharedContext, order_id)
    await books(
      // What was sold of it before stays as it was booked, however it has ended since.
      own
        .filter(({ id }) => free.some((share) => share.id === id))
        .map((share) => ({ ...share, sold_minor: soldShare(share) })),
      sharedContext
    )
  }

  /** The order could not be made after all: its shares are nobody's again. */
  @InjectTransactionManager()
  async unsell(
    orderId: string,
    books: SaleBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    const own = await rows.sharesOfOrder(sharedContext, orderId)
    await rows.saveOrder(
      sharedContext,
      { from: orderId, to: null },
      own.map(({ id }) => id)
    )
    await books(
      own.map((share) => ({ ...share, sold_minor: soldShare(share) })),
      sharedContext
    )
  }

  /** Notes how a share has ended and books it, once; false when it had ended before. */
  @InjectTransactionManager()
  async end(
    id: string,
    end: ShareEnd,
    books: ShareBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const share = await rows.lockShare(sharedContext, id)
    if (!share || !(await rows.saveEnd(sharedContext, id, end, new Date()))) {
      return false
    }
    await books({ ...share, ...end }, sharedContext)

    return true
  }

  /** What was paid of a payment that went back is owed by the vendor, once; false when it is an order's. */
  @InjectTransactionManager()
  async oweUnsold(
    id: string,
    books: ShareBooks,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const share = await rows.lockShare(sharedContext, id)
    if (!share || !(await rows.saveUnsold(sharedContext, id, new Date()))) {
      return false
    }
    await books(share, sharedContext)

    return true
  }

  /** Shares of a gateway of which something is still to be found out, page by page. */
  @InjectManager()
  async openAfter(
    page: { gateway: string; after: string; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ShareRecord[]> {
    return rows.openAfter(sharedContext, page)
  }

  /** The gateway's codes of those vendors whose present bank account it has. */
  @InjectManager()
  async usableCodes(
    gateway: string,
    accounts: { vendor_id: string; account_id: string }[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Map<string, string>> {
    return subaccounts.usableCodes(sharedContext, gateway, accounts)
  }

  /**
   * Brings a gateway's record of a vendor into step with the vendor's account. The row is committed before the gateway is
   * called; what is unknown is looked up by the row's id and never made twice. True once they are in step.
   */
  async sync(of: SyncOf, at: GatewaySplits, read: ReadDetails): Promise<boolean> {
    const { row, step } = await this.claim_(of)
    if (step === "nothing" || step === "wait") {
      return step === "nothing"
    }
    const subaccount = { ...(await read()), key: row.id }
    try {
      const code = await this.codeOf(row, step, { at, subaccount })
      if (step !== "create") {
        await at.update(code, subaccount)
      }
      await this.told_(row.id, { code, account_id: of.account_id })

      return true
    } catch (error) {
      if (!(error instanceof GatewayRefusedError || error instanceof GatewayUnavailableError)) {
        throw error
      }
      await this.failed_(row.id, withoutNumber(error.message))

      return false
    }
  }

  private async codeOf(
    row: SubaccountRecord,
    step: "create" | "find" | "update",
    { at, subaccount }: { at: GatewaySplits; subaccount: SubaccountInput }
  ): Promise<string> {
    if (row.code) {
      return row.code
    }
    const found = step === "find" ? await at.find(row.id) : null

    return found ?? (await at.create(subaccount))
  }

  @InjectTransactionManager()
  protected async claim_(of: SyncOf, @MedusaContext() sharedContext: Context = {}) {
    const row = await subaccounts.lockSubaccount(sharedContext, {
      ...of,
      vendor_id: boundVendor(of.vendor_id),
    })
    const step = nextStep(row, of.account_id, { now: of.now, settle_ms: SETTLE_MS })
    if (step !== "nothing" && step !== "wait") {
      await subaccounts.savePosting(sharedContext, row.id, of)
    }

    return { row, step }
  }

  @InjectTransactionManager()
  protected async told_(
    id: string,
    told: { code: string; account_id: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await subaccounts.saveTold(sharedContext, id, told)
  }

  @InjectTransactionManager()
  protected async failed_(
    id: string,
    message: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await subaccounts.saveFailure(sharedContext, id, message)
  }
}

export default SplitModuleService
