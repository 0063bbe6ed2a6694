import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import type { PaystackSandbox } from "../../sandbox"
import { VENDOR_ORDER_MODULE } from "../../src/modules/vendor-order"
import type VendorOrderModuleService from "../../src/modules/vendor-order/service"
import { PAYSTACK } from "./checkout-bench"
import type { Marketplace } from "./create-marketplace"
import type { Abroad } from "./sell-abroad"
import { pressOnPaymentPage, type SessionBody, type Shopper } from "./shopper"
import { until } from "./until"

export type LineBody = {
  id: string
  title: string
  sku: string
  quantity: number
  fulfilled_quantity: number
  shipped_quantity: number
  delivered_quantity: number
  unfulfilled_quantity: number
  total: string
  net_total: string
}

export type VendorOrderBody = {
  id: string
  display_number: string
  status: string
  total: string
  tax_total: string
  platform_tax_total: string
  net_total: string
  commission_total: string
  payment_status: string
  is_payable: boolean
  buyer: { name: string; email: string; phone: string }
  delivery_address: Record<string, string>
  lines: LineBody[]
  fulfilments: {
    id: string
    status: string
    items: { line_id: string; quantity: number }[]
    tracking: { number: string; url: string | null; carrier: string | null }[]
  }[]
  cancellation: { reason: string; refund_amount: string; refund_status: string } | null
  history: { from_status: string | null; to_status: string; actor: string; reason: string | null }[]
}

export type OrderAnswer = { order: VendorOrderBody; fulfilment_id?: string; code?: string }

type Wish = { quantity?: number; provider?: string; codes?: string[]; abroad?: Abroad }
export type Prepared = { cart_id: string; session: SessionBody; provider: string }
type Bought = { order_id: string; session: SessionBody; part: (shop: number) => Promise<string> }

/** Orders of the shops of a market, bought and paid for as a shopper does. */
export class OrderDesk {
  constructor(
    private readonly parts: {
      container: MedusaContainer
      market: Marketplace
      shopper: Shopper
      sandbox: PaystackSandbox
    }
  ) {}

  get service(): VendorOrderModuleService {
    return this.parts.container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  }

  /** In the gateway's own dashboard, so that it refuses any more: its refund, which the test may make fail after all. */
  async giveBackElsewhere({ data }: SessionBody) {
    const { sandbox } = this.parts
    await fetch(`${sandbox.url}/refund`, {
      method: "POST",
      headers: { authorization: `Bearer ${sandbox.secret_key}` },
      body: JSON.stringify({ transaction: data.reference }),
    })
    const made = () =>
      sandbox.control.refunds().find(({ transaction_reference }) => transaction_reference === data.reference)
    await until(async () => made()?.status === "processed")
    const refund = made()
    if (!refund) {
      throw new RangeError("the gateway has taken no refund on")
    }

    return refund
  }

  /** Buys so many of the first product of each of these shops. */
  async buy(shops: number[], wish: Wish = {}): Promise<Bought> {
    return this.place(await this.prepare(shops, wish))
  }

  /** All of it but the payment: nothing is sold, and no books have changed. */
  async prepare(
    shops: number[],
    { quantity = 1, provider = PAYSTACK, codes = [], abroad }: Wish = {}
  ): Promise<Prepared> {
    const { market, shopper } = this.parts
    const variants = shops.map((shop) => market.vendors[shop]!.products[0]!.variant_id)
    const { region_id, country_code } = abroad ?? { ...market, country_code: undefined }
    const { id: cart_id } = await shopper.createCart(region_id, variants, quantity, country_code)
    if (codes.length) {
      await shopper.must("POST", `/store/carts/${cart_id}/promotions`, { promo_codes: codes })
    }
    await shopper.chooseAnyShipping(cart_id)

    return { cart_id, session: await shopper.startedSession(cart_id, provider), provider }
  }

  async place({ cart_id, session, provider }: Prepared): Promise<Bought> {
    const { market, shopper } = this.parts
    if (provider === PAYSTACK) {
      await pressOnPaymentPage(session.data.authorization_url, "pay")
    }
    const { body } = await shopper.complete(cart_id)
    const order_id = body.order?.id
    if (!order_id) {
      throw new Error(`The cart was not completed: ${JSON.stringify(body)}`)
    }

    return { order_id, session, part: (shop) => this.partOf(order_id, market.vendors[shop]!.id) }
  }

  private async partOf(order_id: string, vendor_id: string): Promise<string> {
    const [row] = await this.service.listVendorOrders({ order_id, vendor_id })

    return row!.id
  }

  rows(order_id: string) {
    return this.service.listVendorOrders({ order_id }, { order: { vendor_id: "ASC" } })
  }

  /** The commercial order as Medusa has it: what is owed, and what is left in it. */
  async commercial(order_id: string) {
    const { data } = await this.parts.container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "order",
      fields: ["id", "status", "total", "summary", "items.id", "items.quantity", "shipping_methods.id"],
      filters: { id: order_id },
    })
    const order = data[0] as unknown as {
      status: string
      total: number
      summary: { raw_pending_difference?: { value: string }; pending_difference: number }
      items: { id: string; quantity: number }[]
      shipping_methods: { id: string }[]
    }

    return {
      ...order,
      owed: MathBN.convert(
        order.summary.raw_pending_difference?.value ?? order.summary.pending_difference
      ).toNumber(),
    }
  }

  /** What is left of the order, and of its parts that are not canceled, is what was paid less what went back. */
  async expectSettled(order_id: string, paid_minor: number): Promise<void> {
    const rows = await this.rows(order_id)
    const refunds = await this.service.listVendorOrderRefunds({
      vendor_order_id: rows.map(({ id }) => id),
    })
    const sum = (amounts: string[]) => amounts.reduce((total, amount) => total + Number(amount), 0)
    const given = sum(refunds.map(({ amount_minor }) => amount_minor))
    const left = sum(
      rows.filter(({ status }) => status !== "canceled").map(({ charged_minor }) => charged_minor)
    )
    const { owed, total } = await this.commercial(order_id)

    expect(sum(rows.map(({ charged_minor }) => charged_minor))).toBe(paid_minor)
    expect(paid_minor - given).toBe(left)
    // Medusa does not round: what is left may differ from whole kobo by less than one for each refund.
    expect(Math.abs(owed)).toBeLessThan(0.01)
    expect(Math.abs(total * 100 - left)).toBeLessThanOrEqual(refunds.length)
  }

  /** How many parts of an order are canceled and refunded to the end. */
  async refundedParts(order_id: string): Promise<number> {
    const all = await this.service.cancellationsOf(order_id)

    return all.filter(({ stage }) => stage === "refunded").length
  }

  /** The option by which a shop's part of an order is delivered. */
  async optionOf(vendor_order_id: string): Promise<string> {
    const [line] = await this.service.listVendorOrderLines({ vendor_order_id, kind: "shipping" })
    const { data } = await this.parts.container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "order_shipping_method",
      fields: ["shipping_option_id"],
      filters: { id: line!.source_id },
    })

    return data[0]!.shipping_option_id!
  }

  /** The fewest statements that a call took in three runs: what the server does on the side is not the call's. */
  async statements(call: () => Promise<unknown>): Promise<number> {
    const knex = this.parts.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const counts: number[] = []
    for (let run = 0; run < 3; run += 1) {
      let count = 0
      const tick = () => {
        count += 1
      }
      knex.on("query", tick)
      await call()
      knex.removeListener("query", tick)
      counts.push(count)
    }

    return Math.min(...counts)
  }

  /** Units of a shop's first product: in stock, and of them reserved. */
  async stock(shop: number): Promise<{ stocked: number; reserved: number }> {
    const query = this.parts.container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "variant",
      fields: [
        "inventory_items.inventory.location_levels.stocked_quantity",
        "inventory_items.inventory.location_levels.reserved_quantity",
      ],
      filters: { id: this.parts.market.vendors[shop]!.products[0]!.variant_id },
    })
    const [item] = data[0]!.inventory_items as unknown as {
      inventory: { location_levels: { stocked_quantity: number; reserved_quantity: number }[] }
    }[]
    const level = item!.inventory.location_levels[0]!

    return { stocked: Number(level.stocked_quantity), reserved: Number(level.reserved_quantity) }
  }
}
