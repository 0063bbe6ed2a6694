import type { Prepared } from "../helpers/order-desk"
import type { PayoutSuite } from "../http/payouts/suite"
import { nextPiece } from "./goods"
import { heldOf } from "./held-of-case"
import { type Given, heldShareOf, Model, shareOf } from "./model"
import type { ActionOf, Kinds, RealAction, RealHistory } from "./real-actions"
import { type RealOrder, type RealPart, readOrder } from "./real-order"
import { RealPayouts } from "./real-payouts"
import { sendBack } from "./send-back"

const GATEWAY = "paystack"
/** What the gateway keeps of a lost case besides. */
export const CASE_FEE = 50_000n

type Steps = { [Kind in keyof Kinds]: (action: ActionOf<Kind>) => Promise<boolean> }

let keys = 0

/**
 * Histories through the real server, its database and the sandbox, one after the other on the same books. What they have to come to is
 * worked out by the model alone, from what was frozen on the order and what the step was.
 */
export class RealHistories {
  readonly model = new Model()
  private order!: RealOrder
  private readonly payouts: RealPayouts

  constructor(private readonly suite: PayoutSuite) {
    this.payouts = new RealPayouts(suite, this.model)
  }

  async begin({ rate_bps, registered, currency }: RealHistory, cart: Prepared): Promise<void> {
    const ids = registered.map((shop) => this.suite.vendorId(shop))
    await this.suite.sql(
      `update vendor set commission_rate_bps = ?,
         tax_status = case when ?::jsonb @> to_jsonb(id) then 'registered' else 'not_registered' end`,
      [String(rate_bps), JSON.stringify(ids)]
    )
    this.order = await readOrder(this.suite, await this.suite.desk.place(cart), currency)
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
    return_goods: ({ part, reason }) => this.returnGoods(this.partAt(part), reason),
    pay_out: async ({ shop }) => {
      await this.release()
      return this.payouts.payOut(shop % 3, this.order.currency)
    },
    return_payout: async ({ payout }) => this.payouts.sendBack(payout),
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
    this.giveBack(part, { amount, frozen: this.model.stepOf(part, amount) })
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
    this.giveBack(part, { amount: part.total, frozen: this.model.stepOf(part, part.total) })
    this.chargeFee(part, part.total)

    return true
  }

  /** A piece of what was delivered, as far as the buyer's money for it has not gone back before. */
  private async returnGoods(part: RealPart, reason: string): Promise<boolean> {
    const { goods } = part
    const left = part.total - part.back
    const isWithBuyer = part.state === "delivered" || part.state === "released"
    if (!isWithBuyer || goods.returned === goods.quantity || left === 0n || this.order.isDisputed) {
      return false
    }
    const back = await sendBack(this.suite, { ...part, order_id: this.order.id }, reason)
    expect(back).toEqual({ state: "refunded", said: "200" })
    const piece = nextPiece(goods)
    const amount = piece.amount < left ? piece.amount : left
    goods.returned += 1n
    this.giveBack(part, { amount, frozen: this.model.stepOfGoods(part, { ...piece, amount }) })
    if (reason === "damaged") {
      this.chargeFee(part, amount)
    }
    this.settleReleases(false)

    return true
  }

  private giveBack(part: RealPart, given: Given): void {
    const { currency, vendor } = part
    const net = shareOf(given.amount, given.frozen)
    this.model.move(`gateway_clearing:${GATEWAY}:${currency}`, -given.amount)
    this.model.takePlatform(currency, given.frozen, 1n)
    this.model.move(`vendor_pending:${vendor}:${currency}`, net)
    part.pending -= net
    this.model.note(part, given)
  }

  /** The gateway keeps its fee of what goes back, and the shop bears it. */
  private chargeFee({ vendor, currency }: RealPart, amount: bigint): void {
    const fee = (this.order.fee * amount) / this.order.paid
    this.model.move(`vendor_available:${vendor}:${currency}`, fee)
    this.model.move(`gateway_fees:${GATEWAY}:${currency}`, -fee)
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
      this.model.move(`vendor_pending:${part.vendor}:${part.currency}`, part.pending)
      this.model.move(`vendor_available:${part.vendor}:${part.currency}`, -part.pending)
      part.pending = 0n
    }

    return moved.length > 0
  }

  private get everything(): RealPart[] {
    // Every order of the model was made here.
    return (this.model.orders as RealOrder[]).flatMap(({ parts }) => parts)
  }

  private async chargeBack(ratio: bigint): Promise<boolean> {
    const { parts, bought, currency } = this.order
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
      const net = heldShareOf(given)
      const fromPending = part.pending <= 0n ? 0n : part.pending < net ? part.pending : net
      this.model.move(`vendor_pending:${part.vendor}:${currency}`, fromPending)
      this.model.move(`vendor_available:${part.vendor}:${currency}`, net - fromPending)
      this.model.move(`vendor_disputed:${part.vendor}:${currency}`, -net)
      part.pending -= fromPending
      this.order.case.given.push(given)
    }
    this.settleReleases(false)

    return true
  }

  private async decide(isWon: boolean): Promise<boolean> {
    const { case: open, parts, currency } = this.order
    if (!open) {
      return false
    }
    this.order.case = null
    this.order.isDisputed = false
    this.suite.sandbox.control.decideDispute(open.gateway_id, isWon ? "declined" : "merchant-accepted")
    for (const [index, part] of parts.entries()) {
      const given = open.given[index]!
      const held = heldShareOf(given)
      const over = isWon ? held : held - shareOf(given.amount, given.frozen)
      this.model.move(`vendor_disputed:${part.vendor}:${currency}`, held)
      this.model.move(`vendor_pending:${part.vendor}:${currency}`, -over)
      part.pending += over
      if (!isWon) {
        this.model.takePlatform(currency, given.frozen, 1n)
        this.model.note(part, given)
      }
    }
    if (!isWon) {
      const amount = open.given.reduce((sum, given) => sum + given.amount, 0n)
      // The platform bears the fee here: how it falls on shops is the domain's own property.
      this.model.move(`gateway_clearing:${GATEWAY}:${currency}`, -amount - CASE_FEE)
      this.model.move(`gateway_fees:${GATEWAY}:${currency}`, CASE_FEE)
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
