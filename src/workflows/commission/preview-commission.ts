import type { MedusaContainer } from "@medusajs/framework/types"
import { BoundedWork } from "../../lib/bounded-work"
import { COMMISSION_MODULE } from "../../modules/commission"
import type { CommissionContext } from "../../modules/commission/domain/compute"
import {
  addEffects,
  type Effect,
  isChanged,
  lastMonth,
  NO_EFFECT,
  sumTaken,
} from "../../modules/commission/domain/effect"
import { readRules } from "../../modules/commission/domain/resolve"
import type { CommissionRule, CommissionTerms } from "../../modules/commission/domain/rule"
import type CommissionModuleService from "../../modules/commission/service"
import type { ProductFacts } from "../../modules/commission/types"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import type { PlacedOrder } from "../../modules/vendor-order/types"
import { vendorsById } from "../vendor/vendor-owners"
import { assertWritable } from "./check-writing"
import { type CommissionLine, decide } from "./decide-commission"
import { agreedRate, FREE_DELIVERY } from "./fallback-terms"
import { changedTerms, ruleInForce } from "./rule-in-force"

/** A new rule, another version of one, or the end of one. */
export type RuleChange =
  | { terms: CommissionTerms }
  | { terms: Partial<CommissionTerms>; replaced_id: string }
  | { ended_id: string }

export type VendorEffect = Effect & { vendor_id: string; currency_code: string }

export type Preview = {
  from: Date
  before: Date
  /** The moment whose rules and campaigns are applied. */
  as_of: Date
  totals: (Effect & { currency_code: string })[]
  /** Shops whose commission changes, in the order of their ids; those of the page that was asked for. */
  vendors: VendorEffect[]
  count: number
}

const ORDERS_AT_ONCE = 500

/** Reading a month is work: no more than that many at once in a process, the others wait. */
const previews = new BoundedWork(1)

/**
 * What a change of the rules would have taken of last month's orders, as sold; what was refunded since is not taken off. Both
 * sides are worked out by the rules of one moment: now, or when the campaign begins that is to come. Reads the month in
 * pieces, shop by shop, and keeps the totals and one page of shops alone.
 */
export async function previewCommission(
  container: MedusaContainer,
  change: RuleChange,
  page: { take: number; skip: number }
): Promise<Preview> {
  const now = new Date()
  const planned = await planChange(container, change)
  const starts_at = planned.added?.starts_at
  const as_of = starts_at && starts_at > now ? starts_at : now
  const period = lastMonth(now)
  const effects = new EffectBook(page)
  await previews.run(async () => {
    for await (const orders of placedOrders(container, period)) {
      const effectOf = await comparison(container, { orders, planned, now, as_of })
      for (const order of orders) {
        effects.add(order, effectOf(order))
      }
    }
  })

  return { ...period, as_of, ...effects.close() }
}

type Planned = { removed_id: string | null; added: CommissionRule | null }

/** The change, checked as if it were written. */
async function planChange(container: MedusaContainer, change: RuleChange): Promise<Planned> {
  if ("ended_id" in change) {
    return { removed_id: (await ruleInForce(container, change.ended_id)).id, added: null }
  }
  const replaced = "replaced_id" in change ? await ruleInForce(container, change.replaced_id) : null
  // Without a rule to replace, the terms are complete: the type of the change says so.
  const terms = replaced ? changedTerms(replaced, change.terms) : (change.terms as CommissionTerms)
  await assertWritable(container, terms, replaced?.id)

  return { removed_id: replaced?.id ?? null, added: { ...terms, id: "preview" } }
}

async function* placedOrders(container: MedusaContainer, period: { from: Date; before: Date }) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  let after: PlacedOrder | undefined
  do {
    const orders: PlacedOrder[] = await service.listPlaced({ ...period, take: ORDERS_AT_ONCE, after })
    after = orders.at(-1)
    if (after) {
      yield orders
    }
  } while (after)
}

type Piece = { orders: PlacedOrder[]; planned: Planned; now: Date; as_of: Date }

/** How each order of a piece would have come out; three statements for all of them. */
async function comparison(container: MedusaContainer, { orders, planned, now, as_of }: Piece) {
  const service = container.resolve<CommissionModuleService>(COMMISSION_MODULE)
  const { platform_rate_bps } = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const vendor_ids = [...new Set(orders.map(({ vendor_id }) => vendor_id))]
  const [vendors, facts] = await Promise.all([
    vendorsById(container, vendor_ids),
    service.saleFacts({
      at: now,
      vendor_ids,
      product_ids: orders.flatMap(({ lines }) => lines.flatMap(({ product_id }) => product_id ?? [])),
    }),
  ])
  const { rules } = readRules(facts.rules)
  const kept = rules.filter(({ id }) => id !== planned.removed_id)
  const changed = planned.added ? [...kept, planned.added] : kept
  const products = new Map(facts.products.map((product) => [product.product_id, product]))
  const rateOf = (vendorId: string) => vendors.get(vendorId)?.commission_rate_bps ?? null

  return (order: PlacedOrder): Effect => {
    const context = { ...service.taxes, currency_code: order.currency_code, at: as_of }
    const lines = commissionLines(order, agreedRate(rateOf(order.vendor_id), platform_rate_bps))
    const taken = (by: CommissionRule[]) => takenOf(order, { lines, rules: by, products }, context)

    return { orders: 1, frozen: sumTaken(order.lines), before: taken(rules), after: taken(changed) }
  }
}

const commissionLines = ({ vendor_id, lines }: PlacedOrder, agreed: CommissionLine["fallback"]) =>
  lines.map(({ kind, product_id }): CommissionLine => {
    return { kind, vendor_id, product_id, fallback: kind === "item" ? agreed : FREE_DELIVERY }
  })

type Given = { lines: CommissionLine[]; rules: CommissionRule[]; products: Map<string, ProductFacts> }

function takenOf(order: PlacedOrder, given: Given, context: CommissionContext & { at: Date }) {
  const { commission } = decide({ ...given, passed_over: [] }, context)

  return sumTaken(commission(order.lines))
}

/** Adds effects up. Orders come shop by shop, so that of one shop after the other only the sums are kept. */
class EffectBook {
  readonly #totals = new Map<string, Effect>()
  readonly #vendors: VendorEffect[] = []
  #count = 0
  #vendorId = ""
  #own = new Map<string, Effect>()

  constructor(private readonly page: { take: number; skip: number }) {}

  add({ vendor_id, currency_code }: PlacedOrder, effect: Effect): void {
    if (vendor_id !== this.#vendorId) {
      this.#closeVendor()
      this.#vendorId = vendor_id
    }
    for (const sums of [this.#totals, this.#own]) {
      sums.set(currency_code, addEffects(sums.get(currency_code) ?? NO_EFFECT, effect))
    }
  }

  close(): Pick<Preview, "totals" | "vendors" | "count"> {
    this.#closeVendor()
    const totals = [...this.#totals].map(([currency_code, effect]) => ({ currency_code, ...effect }))

    return { totals: totals.toSorted(byCurrency), vendors: this.#vendors, count: this.#count }
  }

  #closeVendor(): void {
    const changed = [...this.#own]
      .map(([currency_code, effect]) => ({ vendor_id: this.#vendorId, currency_code, ...effect }))
      .filter(isChanged)
      .toSorted(byCurrency)
    for (const effect of changed) {
      if (this.#count >= this.page.skip && this.#vendors.length < this.page.take) {
        this.#vendors.push(effect)
      }
      this.#count += 1
    }
    this.#own = new Map()
  }
}

const byCurrency = (left: { currency_code: string }, right: { currency_code: string }) =>
  left.currency_code < right.currency_code ? -1 : 1
