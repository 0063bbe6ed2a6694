import type { PaystackSandbox } from "../../sandbox"
import type { FlutterwaveSandbox } from "../../sandbox/flutterwave"
import { CheckoutBench } from "../helpers/checkout-bench"
import { testedFlutterwave } from "../helpers/tested-gateway"
import type { PayoutSuite } from "../http/payouts/suite"
import { MovedClock } from "./clock"
import type { GatewayName, SetFault } from "./fault-commands"
import { type Claim, type Paid, Truth } from "./fault-truth"
import { type FrozenRow, frozenOf } from "./frozen-rows"
import type { Frozen } from "./model"

export type Page = { reference: string; is_live: boolean }
export type Cart = { id: string; gateway: GatewayName; pages: Page[] }
export type TownPart = {
  id: string
  order_id: string
  cart_id: string
  vendor_id: string
  shop: number
  status: string
  total: bigint
  frozen: Frozen
}

/** What is to go back of a part, and why: its shop was told that it would. */
type Asked = { amount: bigint; is_for: "refund" | "cancellation" | "return" }

type PartRow = FrozenRow & {
  id: string
  order_id: string
  cart_id: string
  vendor_id: string
  status: string
  charged_minor: string
}

/** A marketplace with both gateways, and what its people have done so far. */
export class FaultTown {
  readonly truth: Truth
  readonly clock: MovedClock
  readonly benches: Record<GatewayName, CheckoutBench>
  readonly carts: Cart[] = []
  readonly asked = new Map<string, Asked[]>()
  /** Answers that do not say what became of it: whoever asked asks again. */
  readonly unanswered: (() => Promise<boolean>)[] = []
  /** How often which answer was given. */
  readonly answers = new Map<string, number>()
  /** What was sold abroad, which no gateway here has collected. */
  sold_abroad = 0n
  /** Pages whose buyers pay a day late. */
  readonly late_payers: string[] = []
  /** Payments that their gateways kept when the books were compared: a line of it stays until a person has looked. */
  private readonly kept = new Set<string>()
  /** How many of a gateway's events were told again, late. */
  readonly told: Record<GatewayName, number> = { paystack: 0, flutterwave: 0 }

  constructor(
    readonly suite: PayoutSuite,
    readonly flutterwave: FlutterwaveSandbox
  ) {
    const { container, market, bench } = suite
    const { shopper } = bench.parts
    this.truth = new Truth(this.paystack, flutterwave.control)
    this.benches = {
      paystack: bench,
      flutterwave: new CheckoutBench({ container, market, shopper, tested: testedFlutterwave(flutterwave) }),
    }
    this.clock = new MovedClock(suite, () => [
      this.paystack.transactions(),
      this.paystack.refunds(),
      this.paystack.disputes(),
      flutterwave.control.transactions(),
      flutterwave.control.refunds(),
      flutterwave.control.chargebacks(),
    ])
  }

  get paystack(): PaystackSandbox["control"] {
    return this.suite.sandbox.control
  }

  get shopper() {
    return this.suite.bench.parts.shopper
  }

  set({ gateway, fault }: SetFault): void {
    this.benches[gateway].control.fault(fault)
  }

  note(what: string): void {
    this.answers.set(what, (this.answers.get(what) ?? 0) + 1)
  }

  async parts(): Promise<TownPart[]> {
    const rows = await this.suite.sql<PartRow>(
      `select v.*, p.cart_id from vendor_order v join order_partition p on p.order_id = v.order_id order by v.created_at, v.id`
    )

    return rows.map((row) => ({
      id: row.id,
      order_id: row.order_id,
      cart_id: row.cart_id,
      vendor_id: row.vendor_id,
      shop: this.suite.market.vendors.findIndex(({ id }) => id === row.vendor_id),
      status: row.status,
      total: BigInt(row.charged_minor),
      frozen: frozenOf(row),
    }))
  }

  askedOf(partId: string): bigint {
    return (this.asked.get(partId) ?? []).reduce((sum, { amount }) => sum + amount, 0n)
  }

  returnsOf(partId: string): number {
    return (this.asked.get(partId) ?? []).filter(({ is_for }) => is_for === "return").length
  }

  ask(partId: string, asked: Asked): void {
    this.asked.set(partId, [...(this.asked.get(partId) ?? []), asked])
  }

  /** Whether a payment is in no settlement, or was in none when all was quiet before. */
  wasKept(gateway: GatewayName, reference: string): boolean {
    const name = `${gateway} ${reference}`
    if (this.truth.isKept(gateway, reference)) {
      this.kept.add(name)
    }

    return this.kept.has(name)
  }

  /** Payments on the pages of a cart. */
  paidFor(cartId: string): Paid[] {
    const references = new Set(
      this.carts.find(({ id }) => id === cartId)?.pages.map((page) => page.reference)
    )

    return this.truth.paid().filter(({ reference }) => references.has(reference))
  }

  /** Those of them that the cart may become an order by: of the right page, amount and currency. */
  rightFor(cartId: string): Paid[] {
    const pages = this.carts.find(({ id }) => id === cartId)?.pages ?? []

    return this.paidFor(cartId).filter(
      ({ reference, amount, asked, currency, asked_currency }) =>
        amount === asked &&
        currency === asked_currency &&
        pages.some((page) => page.is_live && page.reference === reference)
    )
  }

  /** Paid rightly and wrongly under one reference: whichever the gateway tells of first counts, and the other goes back. */
  isAmbiguous(cartId: string): boolean {
    const right = this.rightFor(cartId)

    return this.paidFor(cartId).some(
      ({ id, reference: own }) =>
        !right.some((paid) => paid.id === id) && right.some(({ reference }) => reference === own)
    )
  }

  claimsOf(cartId: string): Claim[] {
    const references = new Set(this.paidFor(cartId).map(({ reference }) => reference))

    return this.truth.claims().filter(({ reference }) => references.has(reference))
  }
}
