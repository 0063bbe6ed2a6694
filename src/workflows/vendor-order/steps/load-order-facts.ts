import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { isTaxOfPlatform } from "../../../lib/item-tax"
import type { Amount } from "../../../lib/money"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"
import type { PartitionSource } from "../../../modules/vendor-order/domain/partition"
import type { CommissionLine } from "../../commission/decide-commission"
import { agreedRate, FREE_DELIVERY } from "../../commission/fallback-terms"
import { vendorOwners } from "../../vendor/vendor-owners"

const LINE_FIELDS = [
  "id",
  "subtotal",
  "raw_subtotal",
  "discount_subtotal",
  "raw_discount_subtotal",
  "tax_total",
  "raw_tax_total",
  "adjustments.amount",
  "adjustments.raw_amount",
  "adjustments.promotion_id",
  "adjustments.is_tax_inclusive",
  "tax_lines.rate",
]

const CART_FIELDS = [
  "id",
  "currency_code",
  "created_at",
  "total",
  "raw_total",
  "credit_lines.amount",
  "items.title",
  "items.quantity",
  "items.product_id",
  ...LINE_FIELDS.map((field) => `items.${field}`),
  "shipping_methods.name",
  "shipping_methods.shipping_option_id",
  ...LINE_FIELDS.map((field) => `shipping_methods.${field}`),
]

const ORDER_FIELDS = ["display_id", ...CART_FIELDS]

type Totals = Record<"subtotal" | "discount_subtotal" | "tax_total", Amount> &
  Partial<Record<"raw_subtotal" | "raw_discount_subtotal" | "raw_tax_total", Amount>>

type Adjustment = {
  amount: Amount
  raw_amount?: Amount
  promotion_id?: string | null
  is_tax_inclusive?: boolean
}

type OrderLine = Totals & { id: string; adjustments?: Adjustment[]; tax_lines?: { rate: Amount }[] }

type OrderView = {
  id: string
  /** None of a cart. */
  display_id?: number
  currency_code: string
  created_at: Date | string
  total: Amount
  raw_total?: Amount
  items: (OrderLine & { title: string; quantity: Amount; product_id: string | null })[]
  shipping_methods: (OrderLine & { name: string; shipping_option_id: string | null })[]
}

export type OrderFacts = {
  order_id: string
  order_display_id: number
  currency_code: string
  placed_at: Date
  order_total: Amount
  lines: PartitionSource[]
  /** Of the same lines, in the same order. */
  commission_lines: CommissionLine[]
}

type SoldLine = { source: PartitionSource; commission: CommissionLine }

/** Reads an order with everything that decides how it is divided: owners, funders of discounts, agreed rates, who pays the tax. */
export async function loadOrderFacts(
  container: MedusaContainer,
  orderId: string,
  defaultRateBps: number
): Promise<OrderFacts> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    { entity: "order", fields: ORDER_FIELDS, filters: { id: orderId } },
    { throwIfKeyNotFound: true }
  )

  return factsOf(container, data[0] as unknown as OrderView, defaultRateBps)
}

/** The same of a cart, as it would be if it became an order now. */
export async function loadCartFacts(
  container: MedusaContainer,
  cartId: string,
  defaultRateBps: number
): Promise<OrderFacts> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    { entity: "cart", fields: CART_FIELDS, filters: { id: cartId } },
    { throwIfKeyNotFound: true }
  )

  return factsOf(container, data[0] as unknown as OrderView, defaultRateBps)
}

async function factsOf(
  container: MedusaContainer,
  order: OrderView,
  defaultRateBps: number
): Promise<OrderFacts> {
  const [profiles, funders, { item_tax_remitter }] = await Promise.all([
    profilesOf(container, order.shipping_methods),
    vendorPromotions(container, [...order.items, ...order.shipping_methods]),
    container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings(),
  ])
  const owners = await vendorOwners(container, {
    product_ids: order.items.flatMap((item) => item.product_id ?? []),
    shipping_profile_ids: [...profiles.values()],
  })

  const items = byVendor(order.items, (item): SoldLine => {
    const owner = owners.ofProduct(item.product_id)
    const source = {
      kind: "item" as const,
      source_id: item.id,
      vendor_id: owner.id,
      title: item.title,
      quantity: MathBN.convert(item.quantity).toFixed(),
      ...amountsOf(item, funders),
      is_tax_of_platform: isTaxOfPlatform(item_tax_remitter, owner.tax_status),
    }
    const fallback = agreedRate(owner.commission_rate_bps, defaultRateBps)

    return {
      source,
      commission: { kind: "item", vendor_id: owner.id, product_id: item.product_id, fallback },
    }
  })
  const shipping = byVendor(order.shipping_methods, (method): SoldLine => {
    const profileId = method.shipping_option_id ? profiles.get(method.shipping_option_id) : undefined
    const { id: vendor_id, tax_status } = owners.ofShippingProfile(profileId)
    const source = {
      kind: "shipping" as const,
      source_id: method.id,
      vendor_id,
      title: method.name,
      quantity: "1",
      ...amountsOf(method, funders),
      is_tax_of_platform: isTaxOfPlatform(item_tax_remitter, tax_status),
    }

    return { source, commission: { kind: "shipping", vendor_id, product_id: null, fallback: FREE_DELIVERY } }
  })
  const lines = [...items, ...shipping]

  return {
    order_id: order.id,
    order_display_id: order.display_id ?? 0,
    currency_code: order.currency_code,
    placed_at: new Date(order.created_at),
    order_total: order.raw_total ?? order.total,
    lines: lines.map(({ source }) => source),
    commission_lines: lines.map(({ commission }) => commission),
  }
}

/** Lines come in no certain order: half a unit falls to the same shop in a cart and in the order that is made of it. */
const byVendor = <Line>(lines: Line[], sold: (line: Line) => SoldLine): SoldLine[] =>
  lines
    .map(sold)
    .toSorted((left, right) =>
      left.source.vendor_id === right.source.vendor_id
        ? 0
        : left.source.vendor_id < right.source.vendor_id
          ? -1
          : 1
    )

/** The shipping profiles of delivery options, by option: a profile tells whose the option is. */
export async function profilesOf(
  container: MedusaContainer,
  methods: { shipping_option_id: string | null }[]
) {
  const ids = methods.flatMap((method) => method.shipping_option_id ?? [])
  if (!ids.length) {
    return new Map<string, string>()
  }
  const options = await container.resolve(Modules.FULFILLMENT).listShippingOptions(
    { id: ids },
    // An option that was deleted since still tells whose it was.
    { select: ["id", "shipping_profile_id"], withDeleted: true, take: ids.length }
  )

  return new Map(options.map((option) => [option.id, option.shipping_profile_id]))
}

/** Ids of the promotions that a vendor created and therefore pays for; all others are the platform's. */
async function vendorPromotions(container: MedusaContainer, lines: OrderLine[]): Promise<Set<string>> {
  const ids = lines.flatMap((line) =>
    (line.adjustments ?? []).flatMap((adjustment) => adjustment.promotion_id ?? [])
  )
  if (!ids.length) {
    return new Set()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "promotion_vendor",
    fields: ["promotion_id"],
    filters: { promotion_id: [...new Set(ids)] },
  })

  return new Set(data.map((link) => link.promotion_id))
}

function amountsOf(line: OrderLine, funders: Set<string>) {
  const discount = line.raw_discount_subtotal ?? line.discount_subtotal
  const adjustments = line.adjustments ?? []
  const rate = MathBN.div(MathBN.sum(...(line.tax_lines ?? []).map((taxLine) => taxLine.rate)), 100)
  // A promotion may take off an amount that includes the tax; beside one that does not, only the net is comparable.
  const net = ({ raw_amount, amount, is_tax_inclusive }: Adjustment) =>
    is_tax_inclusive ? MathBN.div(raw_amount ?? amount, MathBN.add(1, rate)) : (raw_amount ?? amount)
  const sum = (some: Adjustment[]) => MathBN.sum(...some.map(net))
  const all = sum(adjustments)
  const byVendor = sum(adjustments.filter(({ promotion_id }) => promotion_id && funders.has(promotion_id)))
  const vendor_discount = MathBN.eq(all, 0)
    ? MathBN.convert(0)
    : MathBN.div(MathBN.mult(discount, byVendor), all)

  return {
    subtotal: line.raw_subtotal ?? line.subtotal,
    vendor_discount,
    platform_discount: MathBN.sub(discount, vendor_discount),
    tax: line.raw_tax_total ?? line.tax_total,
  }
}
