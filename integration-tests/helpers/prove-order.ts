import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { LEDGER_MODULE } from "../../src/modules/ledger"
import type LedgerModuleService from "../../src/modules/ledger/service"
import { VENDOR_ORDER_MODULE } from "../../src/modules/vendor-order"
import type VendorOrderModuleService from "../../src/modules/vendor-order/service"
import { type Currency, DIGITS } from "./odd-currencies"
import type { OddMarket } from "./odd-market"

type Exact = ReturnType<typeof MathBN.convert>
type Raw = { value: string }
type Adjustment = { raw_amount: Raw; promotion_id: string | null; code: string; is_tax_inclusive?: boolean }
type Line = {
  id: string
  raw_subtotal: Raw
  raw_discount_subtotal: Raw
  raw_tax_total: Raw
  raw_total: Raw
  adjustments: Adjustment[]
  tax_lines: { rate: number }[]
}
type OrderView = {
  id: string
  currency_code: Currency
  raw_total: Raw
  raw_tax_total: Raw
  raw_credit_line_total?: Raw
  raw_discount_subtotal: Raw
  items: (Line & { product_id: string; raw_quantity: Raw })[]
  shipping_methods: (Line & { shipping_option_id: string })[]
}

const HALF_UP = 4

const exact = (raw: Raw | undefined) => MathBN.convert(raw?.value ?? 0)
const plus = (amounts: Exact[]) => amounts.reduce((sum, amount) => sum.plus(amount), MathBN.convert(0))
const total = (amounts: bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n)

/** Half up once; what Medusa's own divisions leave in the twentieth digit is no fraction of a price. */
function minor(amount: Exact, currency: Currency): bigint {
  const shifted = amount.shiftedBy(DIGITS[currency]).decimalPlaces(6, HALF_UP)

  return BigInt(shifted.decimalPlaces(0, HALF_UP).toFixed(0))
}

const isNear = (units: bigint, amount: Exact, currency: Currency, tolerance: number) =>
  amount.shiftedBy(DIGITS[currency]).minus(units.toString()).abs().lte(tolerance)

/** What an adjustment takes off, without tax. */
function discountOf(adjustment: Adjustment, line: Line): Exact {
  const rate = plus(line.tax_lines.map((tax) => MathBN.convert(tax.rate))).div(100)

  return adjustment.is_tax_inclusive
    ? exact(adjustment.raw_amount).div(rate.plus(1))
    : exact(adjustment.raw_amount)
}

export type Proven = { order_id: string; charged_minor: bigint; currency: Currency; codes: Set<string> }

/** Compares an order as Medusa stored it with its vendor orders and its sale in the ledger. Computed here anew. */
export async function proveOrder(
  container: MedusaContainer,
  market: OddMarket,
  orderId: string
): Promise<Proven> {
  const order = await readOrder(container, orderId)
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const vendorOrders = await service.listVendorOrders({ order_id: orderId })
  const lines = await service.listVendorOrderLines({ vendor_order_id: vendorOrders.map((row) => row.id) })

  proveComponents(order, vendorOrders, market)
  proveLines(order, vendorOrders, lines, market)
  await proveSale(container, order, vendorOrders)

  return {
    order_id: orderId,
    charged_minor: total(vendorOrders.map((row) => BigInt(row.charged_minor))),
    currency: order.currency_code,
    codes: new Set(linesOf(order).flatMap((line) => line.adjustments.map(({ code }) => code))),
  }
}

const linesOf = (order: OrderView): Line[] => [...order.items, ...order.shipping_methods]

async function readOrder(container: MedusaContainer, orderId: string): Promise<OrderView> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "*",
      "total",
      "tax_total",
      "discount_subtotal",
      "credit_line_total",
      ...["items", "shipping_methods"].flatMap((lines) =>
        ["*", "subtotal", "discount_subtotal", "tax_total", "total", "adjustments.*", "tax_lines.*"].map(
          (field) => `${lines}.${field}`
        )
      ),
      "items.quantity",
    ],
    filters: { id: orderId },
  })

  return data[0] as unknown as OrderView
}

type VendorOrderRow = Awaited<ReturnType<VendorOrderModuleService["listVendorOrders"]>>[number]
type VendorOrderLineRow = Awaited<ReturnType<VendorOrderModuleService["listVendorOrderLines"]>>[number]

function proveComponents(order: OrderView, rows: VendorOrderRow[], market: OddMarket): void {
  const currency = order.currency_code
  const sum = (pick: (row: VendorOrderRow) => string) => total(rows.map((row) => BigInt(pick(row))))
  const funded = new Set(market.promotions.filter((it) => it.is_vendor_funded).map(({ id }) => id))
  const discounts = (isVendors: boolean) =>
    plus(
      linesOf(order).flatMap((line) =>
        line.adjustments
          .filter(({ promotion_id }) => funded.has(promotion_id ?? "") === isVendors)
          .map((adjustment) => discountOf(adjustment, line))
      )
    )
  const sold = plus(linesOf(order).map((line) => exact(line.raw_total)))

  expect({
    charged: sum((row) => row.charged_minor),
    total: sum((row) => row.total_minor),
    goods: sum((row) => row.item_minor) + sum((row) => row.shipping_minor),
    currencies: [...new Set(rows.map((row) => row.currency_code))],
  }).toEqual({
    charged: minor(MathBN.max(exact(order.raw_total), 0), currency),
    total: minor(sold, currency),
    goods: minor(plus(linesOf(order).map((line) => exact(line.raw_subtotal))), currency),
    currencies: [currency],
  })
  expect(sum((row) => row.credit_minor)).toBe(sum((row) => row.total_minor) - sum((row) => row.charged_minor))
  // A card that was rounded up gives at most the fraction of one unit that the order did not need.
  expect(
    isNear(
      sum((row) => row.credit_minor),
      exact(order.raw_credit_line_total),
      currency,
      1
    )
  ).toBe(true)
  // Prices, tax and discounts rounded to the nearest unit would not add up to the total: some take the unit that is over.
  const tax = sum((row) => row.tax_minor)
  const [byVendor, byPlatform] = [
    sum((row) => row.vendor_discount_minor),
    sum((row) => row.platform_discount_minor),
  ]
  expect({
    tax: isNear(tax, exact(order.raw_tax_total), currency, 1.5),
    discounts: isNear(byVendor + byPlatform, plus([discounts(true), discounts(false)]), currency, 1.5),
    by_vendor: isNear(byVendor, discounts(true), currency, 2.5),
    by_platform: isNear(byPlatform, discounts(false), currency, 2.5),
  }).toEqual({ tax: true, discounts: true, by_vendor: true, by_platform: true })
}

function proveLines(
  order: OrderView,
  rows: VendorOrderRow[],
  lines: VendorOrderLineRow[],
  market: OddMarket
): void {
  expect(lines.map((line) => line.source_id).toSorted()).toEqual(
    linesOf(order)
      .map((line) => line.id)
      .toSorted()
  )
  const vendorOf = new Map([
    ...order.items.map((item) => [item.id, ownerOf(market, item.product_id)] as const),
    ...order.shipping_methods.map(
      (method) =>
        [method.id, market.vendors.find(({ option_id }) => option_id === method.shipping_option_id)!] as const
    ),
  ])
  const sources = new Map(linesOf(order).map((line) => [line.id, line]))
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  for (const line of lines) {
    const vendor = vendorOf.get(line.source_id)!
    const source = sources.get(line.source_id)!
    expect(rowOf.get(line.vendor_order_id)!.vendor_id).toBe(vendor.id)

    const base = BigInt(line.gross_minor) - BigInt(line.vendor_discount_minor)
    const rate = line.kind === "item" ? vendor.rate_bps : 0
    const commission = base > 0n ? (base * BigInt(rate) + 5000n) / 10_000n : 0n
    expect([line.commission_rate_bps, BigInt(line.commission_minor)]).toEqual([rate, commission])
    const taxOfPlatform = vendor.is_tax_of_platform ? BigInt(line.tax_minor) : 0n
    expect(BigInt(line.platform_tax_minor)).toBe(taxOfPlatform)
    expect(BigInt(line.net_minor)).toBe(
      BigInt(line.total_minor) + BigInt(line.platform_discount_minor) - commission - taxOfPlatform
    )
    const near = (units: string, raw: Raw, tolerance: number) =>
      isNear(BigInt(units), exact(raw), order.currency_code, tolerance)
    expect([
      near(line.total_minor, source.raw_total, 1),
      near(line.tax_minor, source.raw_tax_total, 1),
    ]).toEqual([true, true])
  }
}

const ownerOf = (market: OddMarket, productId: string) =>
  market.vendors.find(({ products }) => products.some(({ id }) => id === productId))!

async function proveSale(
  container: MedusaContainer,
  order: OrderView,
  rows: VendorOrderRow[]
): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const sale = await ledger.entryByKey(`sale:${order.id}`)
  const posted = Object.fromEntries(
    (sale?.postings ?? []).map(({ account, amount_minor }) => {
      expect(account.currency_code).toBe(order.currency_code)
      return [[account.type, account.owner].filter(Boolean).join(":"), amount_minor]
    })
  )
  const sum = (pick: (row: VendorOrderRow) => string) => total(rows.map((row) => BigInt(pick(row))))
  const shares = rows.map((row) => [`vendor_pending:${row.vendor_id}`, -BigInt(row.net_minor)] as const)
  const expected = {
    unallocated: sum((row) => row.charged_minor),
    gift_card_liability: sum((row) => row.credit_minor),
    promotion_expense: sum((row) => row.platform_discount_minor),
    commission: -sum((row) => row.commission_minor),
    item_tax: -sum((row) => row.platform_tax_minor),
    ...Object.fromEntries(shares),
  }
  expect(posted).toEqual(Object.fromEntries(Object.entries(expected).filter(([, amount]) => amount !== 0n)))

  // What the buyer paid, in money and credit, is what the vendors got and what the platform kept.
  const platformShare =
    sum((row) => row.commission_minor) +
    sum((row) => row.platform_tax_minor) -
    sum((row) => row.platform_discount_minor)
  expect(sum((row) => row.charged_minor) + sum((row) => row.credit_minor)).toBe(
    sum((row) => row.net_minor) + platformShare
  )
}
