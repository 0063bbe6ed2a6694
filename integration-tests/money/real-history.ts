import type { Prepared } from "../helpers/order-desk"
import type { PayoutBody, PayoutSuite } from "../http/payouts/suite"
import { minor } from "../http/payouts/suite"
import { frozenOf } from "./frozen-rows"
import { heldOf } from "./held-of-case"
import { type Given, Model, nothingFrozen, type Order, type Part, shareOf } from "./model"
import type { ActionOf, Kinds, RealAction, RealHistory } from "./real-actions"

const GATEWAY = "paystack"
/** What the gateway keeps of a lost case besides. */
export const CASE_FEE = 50_000n

type Bought = Awaited<ReturnType<PayoutSuite["desk"]["buy"]>>
type RealPart = Part & {
  shop: number
  vendor_order_id: string
  /** What the books hold for it until it is released. */
  pending: bigint
  state: "open" | "delivered" | "released" | "canceled"
}
type RealOrder = Omit<Order, "parts"> & {
  parts: RealPart[]
  bought: Bought
  case: { gateway_id: number; given: Given[] } | null
}
type Steps = { [Kind in keyof Kinds]: (action: ActionOf<Kind>) => Promise<boolean> }

let keys = 0

/**
 * Histories through the real server, its database and the sandbox, one after the other on the same books. What they have to come to is
 * worked out by the model alone, from what was frozen on the order and what the step was.
 */
export class RealHistories {
  readonly model = new Model()
  private order!: RealOrder
  private paid: { shop: number; payout: PayoutBody; amount: bigint }[] = []

  constructor(private readonly suite: PayoutSuite) {}

  async begin({ rate_bps, registered }: RealHistory, cart: Prepared): Promise<void> {
    const ids = registered.map((shop) => this.suite.vendorId(shop))
    await this.suite.sql(
      `update vendor set commission_rate_bps = ?,
         tax_status = case when ?::jsonb @> to_jsonb(id) then 'registered' else 'not_registered' end`,
      [String(rate_bps), JSON.stringify(ids)]
    )
    const bought = await this.suite.desk.place(cart)
    const rows = await this.suite.desk.rows(bought.order_id)
    const parts = rows.map((row): RealPart => {
      const frozen = frozenOf(row)
      const total = BigInt(row.charged_minor)

      return {
        vendor: row.vendor_id,
        shop: this.suite.market.vendors.findIndex(({ id }) => id === row.vendor_id),
        vendor_order_id: row.id,
        total,
        frozen,
        back: 0n,
        backFrozen: nothingFrozen(),
        pending: shareOf(total, frozen),
        state: "open",
      }
    })
    const paid = BigInt(this.suite.bench.paidAt(bought.session))
    const fee = this.suite.bench.feeOf(bought.session)
    this.order = {
      id: bought.order_id,
      currency: "ngn",
      parts,
      fee,
      paid,
      isDisputed: false,
      bought,
      case: null,
    }
    this.model.sell(this.order)
  }

  take(action: RealAction): Promise<boolean> {
    // Each step takes the action of its own name: the table's type says so, which the compiler cannot follow through the index.
    const step = this.steps[action.do] as (action: RealAction) => Promise<boolean>

    return step(action)
  }

  private readonly steps: Steps = {
    refund: ({ part, ratio }) => this.refund(this.partAt(part), ratio),
    cancel: ({ part }) => this.cancel(this.partAt(part)),
    deliver: ({ part }) => this.deliver(this.partAt(part)),
    release: () => this.release(),
    pay_out: ({ shop }) => this.payOut(shop % 3),
    return_payout: ({ payout }) => this.returnPayout(payout),
    charge_back: ({ ratio }) => this.chargeBack(ratio),
    decide: ({ is_won }) => this.decide(is_won),
    repeat: ({ how_often }) => this.repeat(how_often),
  }

  private partAt(index: number): RealPart {
    return this.order.parts[index % this.order.parts.length]!
  }

  private async refund(part: RealPart, ratio: bigint): Promise<boolean> {
    const amount = ((part.total - part.back) * ratio) / 1000n
    if (amount === 0n || this.order.isDisputed || part.state === "canceled") {
      return false
    }
    keys += 1
    const text = `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`
    const body = { amount: text, reason: "goodwill", idempotency_key: `history-${keys}` }
    const answer = await this.suite.shops[part.shop]!(
      "POST",
      `/vendor/orders/${part.vendor_order_id}/refund`,
      body
    )
    expect([answer.status, answer.body]).toEqual([200, expect.anything()])
    this.giveBack(part, amount)
    this.model.move(`gateway_clearing:${GATEWAY}:ngn`, -amount)
    // What was released is made good at once: nobody is paid what a refund has taken back.
    this.settleReleases(false)

    return true
  }

  /** The buyer gets all of it, and the shop, which has canceled, bears the fee that the gateway keeps. */
  private async cancel(part: RealPart): Promise<boolean> {
    if (part.state !== "open" || part.back > 0n || this.order.isDisputed) {
      return false
    }
    const path = `/vendor/orders/${part.vendor_order_id}/cancel`
    const answer = await this.suite.shops[part.shop]!("POST", path, { reason: "Sold in the shop" })
    expect([answer.status, answer.body]).toEqual([200, expect.anything()])
    part.state = "canceled"
    const fee = (this.order.fee * part.total) / this.order.paid
    this.giveBack(part, part.total)
    this.model.move(`gateway_clearing:${GATEWAY}:ngn`, -part.total)
    this.model.move(`vendor_available:${part.vendor}:ngn`, fee)
    this.model.move(`gateway_fees:${GATEWAY}:ngn`, -fee)

    return true
  }

  private giveBack(part: RealPart, amount: bigint): void {
    const given = { amount, frozen: this.model.stepOf(part, amount) }
    const net = shareOf(amount, given.frozen)
    this.model.takePlatform("ngn", given.frozen, 1n)
    this.model.move(`vendor_pending:${part.vendor}:ngn`, net)
    part.pending -= net
    this.model.note(part, given)
  }

  private async deliver(part: RealPart): Promise<boolean> {
    if (part.state !== "open" || this.order.isDisputed || part.back === part.total) {
      return false
    }
    await this.suite.deliver(part.shop, this.order.bought)
    part.state = "delivered"

    return true
  }

  /** What was delivered long enough ago may be paid out; what was given back of released money is taken off it. */
  private async release(): Promise<boolean> {
    await this.suite.release()

    return this.settleReleases(true)
  }

  private settleReleases(isRelease: boolean): boolean {
    const moved = this.everything.filter(
      ({ state, pending }) => pending !== 0n && (state === "released" || (isRelease && state === "delivered"))
    )
    for (const part of this.everything.filter(({ state }) => isRelease && state === "delivered")) {
      part.state = "released"
    }
    for (const part of moved) {
      this.model.move(`vendor_pending:${part.vendor}:ngn`, part.pending)
      this.model.move(`vendor_available:${part.vendor}:ngn`, -part.pending)
      part.pending = 0n
    }

    return moved.length > 0
  }

  private get everything(): RealPart[] {
    // Every order of the model was made here.
    return (this.model.orders as RealOrder[]).flatMap(({ parts }) => parts)
  }

  private async payOut(shop: number): Promise<boolean> {
    const vendor = this.suite.vendorId(shop)
    await this.release()
    const available = -this.model.balance(`vendor_available:${vendor}:ngn`)
    const asked = await this.suite.shops[shop]!<{ payout: PayoutBody; code?: string }>(
      "POST",
      "/vendor/payouts",
      { currency_code: "ngn" }
    )
    if (available <= 0n) {
      expect(asked.body.code).toBe("payout_refused")
      return false
    }
    expect([asked.status, minor(asked.body.payout.amount)]).toEqual([expect.any(Number), available])
    await this.suite.run()
    await this.suite.bench.eventually(async () => {
      const { body } = await this.suite.finance<{ payout: PayoutBody }>(
        "GET",
        `/admin/payouts/${asked.body.payout.id}`
      )
      expect(body.payout.state).toBe("paid")
    })
    this.paid.push({ shop, payout: asked.body.payout, amount: available })
    this.model.move(`vendor_available:${vendor}:ngn`, available)
    this.model.move(`gateway_balance:${GATEWAY}:ngn`, -available)

    return true
  }

  private async returnPayout(number: number): Promise<boolean> {
    const [found] = this.paid.splice(number % Math.max(this.paid.length, 1), 1)
    if (!found) {
      return false
    }
    this.suite.sandbox.control.settleTransfer(found.payout.reference, "reversed")
    this.model.move(`vendor_available:${this.suite.vendorId(found.shop)}:ngn`, -found.amount)
    this.model.move(`gateway_balance:${GATEWAY}:ngn`, found.amount)

    return true
  }

  private async chargeBack(ratio: bigint): Promise<boolean> {
    const { parts, bought } = this.order
    const left = parts.reduce((sum, { total, back }) => sum + total - back, 0n)
    const amount = (left * ratio) / 1000n
    if (amount === 0n || this.order.isDisputed) {
      return false
    }
    const { reference } = bought.session.data
    const { id } = this.suite.sandbox.control.dispute(reference, { amount: Number(amount) })
    const held = await heldOf(this.suite, this.order, amount)
    this.order.isDisputed = true
    this.order.case = { gateway_id: id, given: [] }
    for (const part of parts) {
      const own = held.get(part.vendor_order_id) ?? 0n
      const given = { amount: own, frozen: this.model.stepOf(part, own) }
      const net = shareOf(own, given.frozen)
      const fromPending = part.pending <= 0n ? 0n : part.pending < net ? part.pending : net
      this.model.move(`vendor_pending:${part.vendor}:ngn`, fromPending)
      this.model.move(`vendor_available:${part.vendor}:ngn`, net - fromPending)
      this.model.move(`vendor_disputed:${part.vendor}:ngn`, -net)
      part.pending -= fromPending
      this.order.case.given.push(given)
    }
    this.settleReleases(false)

    return true
  }

  private async decide(isWon: boolean): Promise<boolean> {
    const { case: open, parts } = this.order
    if (!open) {
      return false
    }
    this.order.case = null
    this.order.isDisputed = false
    this.suite.sandbox.control.decideDispute(open.gateway_id, isWon ? "declined" : "merchant-accepted")
    for (const [index, part] of parts.entries()) {
      const given = open.given[index]!
      const net = shareOf(given.amount, given.frozen)
      this.model.move(`vendor_disputed:${part.vendor}:ngn`, net)
      if (isWon) {
        this.model.move(`vendor_pending:${part.vendor}:ngn`, -net)
        part.pending += net
      } else {
        this.model.takePlatform("ngn", given.frozen, 1n)
        this.model.note(part, given)
      }
    }
    if (!isWon) {
      const amount = open.given.reduce((sum, given) => sum + given.amount, 0n)
      // The platform bears the fee here: how it falls on shops is the domain's own property.
      this.model.move(`gateway_clearing:${GATEWAY}:ngn`, -amount - CASE_FEE)
      this.model.move(`gateway_fees:${GATEWAY}:ngn`, CASE_FEE)
    }
    // What a won case gives back of released money may be paid out again at once.
    this.settleReleases(false)

    return true
  }

  /** Every event of the order once more. */
  private async repeat(howOften: number): Promise<boolean> {
    for (let count = 0; count < howOften; count += 1) {
      this.suite.sandbox.control.redeliver(this.order.bought.session.data.reference)
    }

    return true
  }
}
