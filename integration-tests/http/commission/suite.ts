import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createProductCategoriesWorkflow, updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { PaystackSandbox } from "../../../sandbox"
import { VENDOR_ORDER_MODULE } from "../../../src/modules/vendor-order"
import type VendorOrderModuleService from "../../../src/modules/vendor-order/service"
import type { CheckoutBench } from "../../helpers/checkout-bench"
import type { Admin } from "../../helpers/create-admin"
import type { Marketplace } from "../../helpers/create-marketplace"
import type { Shopper } from "../../helpers/shopper"

export type CommissionPlace = {
  container: MedusaContainer
  market: Marketplace
  sandbox: PaystackSandbox
  shopper: Shopper
  bench: CheckoutBench
  admin: Admin
  /** Phones lie under electronics; the first shop's product is a phone. */
  categories: { electronics: string; phones: string }
}

export type RuleBody = {
  commission_rule: {
    id: string
    version: number
    series_id: string
    ended_at: string | null
    versions: { id: string; version: number; rate_bps: number; ended_at: string | null }[]
    explanations: { currency_code: string | null; text: string }[]
  } & Record<string, unknown>
}

export type CommissionSuite = ReturnType<typeof createCommissionSuite>

/** What all tests of commission share; the place is made after they are declared. */
export function createCommissionSuite(place: () => CommissionPlace) {
  return {
    get container() {
      return place().container
    },
    get market() {
      return place().market
    },
    get shopper() {
      return place().shopper
    },
    get bench() {
      return place().bench
    },
    get admin() {
      return place().admin
    },
    get categories() {
      return place().categories
    },
    shop: (number: number) => place().market.vendors[number - 1]!,

    sql: async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
      (
        await place()
          .container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw(text, values as string[])
      ).rows,

    /** Writes a rule that the test is not about. */
    async rule(body: object) {
      const answer = await place().admin<RuleBody>("POST", "/admin/commission-rules", body)
      expect([answer.status, answer.body]).toEqual([201, expect.anything()])

      return answer.body.commission_rule
    },

    /** Buys one piece, or several, of each shop, and answers what was frozen of each line. */
    async sold(shops: number[], quantity = 1) {
      const { market, shopper } = place()
      const variants = shops.map((number) => market.vendors[number - 1]!.products[0]!.variant_id)
      const cart = await shopper.createCart(market.region_id, variants, quantity)
      await shopper.chooseAnyShipping(cart.id)
      await shopper.startedSession(cart.id, "pp_system_default")
      const { body } = await shopper.complete(cart.id)

      return { order_id: body.order!.id, lines: await linesOf(place(), body.order!.id) }
    },
  }
}

export type FrozenLine = {
  kind: "item" | "shipping"
  shop: number
  base: bigint
  fixed: bigint
  commission: bigint
  tax: bigint
  withheld: bigint
  rule: string | null
  words: string
}

/** The lines of an order, shop by shop, items first. */
async function linesOf({ container, market }: CommissionPlace, orderId: string): Promise<FrozenLine[]> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const orders = await service.listVendorOrders({ order_id: orderId })
  const lines = await service.listVendorOrderLines({ vendor_order_id: orders.map(({ id }) => id) })
  const shopOf = (vendorOrderId: string) => {
    const vendorId = orders.find(({ id }) => id === vendorOrderId)?.vendor_id
    return market.vendors.findIndex(({ id }) => id === vendorId) + 1
  }

  return lines
    .map((line) => ({
      kind: line.kind,
      shop: shopOf(line.vendor_order_id),
      base: BigInt(line.commission_base_minor),
      fixed: BigInt(line.commission_fixed_minor),
      commission: BigInt(line.commission_minor),
      tax: BigInt(line.commission_tax_minor),
      withheld: BigInt(line.withholding_minor),
      rule: line.commission_rule_id,
      words: line.commission_explanation,
    }))
    .toSorted((left, right) => left.shop - right.shop || (left.kind < right.kind ? -1 : 1))
}

/** Puts a product into phones, under electronics. */
export async function fileUnderPhones(container: MedusaContainer, productId: string) {
  const create = async (name: string, parent_category_id?: string) => {
    const { result } = await createProductCategoriesWorkflow(container).run({
      input: { product_categories: [{ name, is_active: true, parent_category_id }] },
    })
    return result[0]!.id
  }
  const electronics = await create("Electronics")
  const phones = await create("Phones", electronics)
  await updateProductsWorkflow(container).run({
    input: { selector: { id: productId }, update: { category_ids: [phones] } },
  })

  return { electronics, phones }
}
