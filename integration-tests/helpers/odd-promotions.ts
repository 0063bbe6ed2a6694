import type { CreatePromotionDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, PromotionStatus } from "@medusajs/framework/utils"
import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { VENDOR_MODULE } from "../../src/modules/vendor"
import { CURRENCIES, type Currency } from "./odd-currencies"
import type { OddVendor } from "./odd-market"

export type OddPromotion = { id: string; code: string; is_vendor_funded: boolean; currency: Currency | null }

type Method = CreatePromotionDTO["application_method"]
type Draft = { code: string; method: Method; funder?: number; currency?: Currency; over?: object }

/** Promotions of every kind that core has, paid by the platform or by a vendor. */
export async function createOddPromotions(
  container: MedusaContainer,
  vendors: OddVendor[]
): Promise<OddPromotion[]> {
  const typeIds = await Promise.all(
    vendors.map(async ({ option_id }) => {
      const option = await container.resolve(Modules.FULFILLMENT).retrieveShippingOption(option_id, {
        relations: ["type"],
      })
      return option.type.id
    })
  )
  const drafts = [...sharedDrafts(vendors, typeIds), ...CURRENCIES.flatMap((it) => fixedDrafts(it, vendors))]
  const { result } = await createPromotionsWorkflow(container).run({
    input: {
      promotionsData: drafts.map(({ code, method, over }) => ({
        code,
        type: "standard" as const,
        status: PromotionStatus.ACTIVE,
        application_method: method,
        campaign: {
          name: code,
          campaign_identifier: code,
          budget: { type: "usage" as const, limit: 1_000_000 },
        },
        ...over,
      })),
    },
  })
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const promotions = drafts.map((draft) => ({
    ...draft,
    id: result.find((promotion) => promotion.code === draft.code)!.id,
  }))
  await link.create(
    promotions
      .filter(({ funder }) => funder !== undefined)
      .map(({ id, funder }) => ({
        [Modules.PROMOTION]: { promotion_id: id },
        [VENDOR_MODULE]: { vendor_id: vendors[funder!]!.id },
      }))
  )

  return promotions.map(({ id, code, funder, currency }) => ({
    id,
    code,
    is_vendor_funded: funder !== undefined,
    currency: currency ?? null,
  }))
}

const productsOf = (vendor: OddVendor | undefined) => ({
  attribute: "items.product.id",
  operator: "in" as const,
  values: (vendor?.products ?? []).map((product) => product.id),
})

/** Percentages hold in every currency. */
function sharedDrafts(vendors: OddVendor[], typeIds: string[]): Draft[] {
  const percent = (value: number, over: Partial<Method>): Method => ({
    type: "percentage",
    value,
    target_type: "items",
    allocation: "across",
    ...over,
  })
  const delivery = {
    attribute: "shipping_methods.shipping_option.shipping_option_type_id",
    operator: "in" as const,
    values: [typeIds[4]!],
  }

  return [
    { code: "PERCENT", method: percent(10, {}) },
    { code: "PERCENT-EACH", method: percent(33.33, { allocation: "each", max_quantity: 2 }) },
    { code: "ORDER", method: percent(12.5, { target_type: "order" }) },
    { code: "WITH-TAX", method: percent(20, {}), over: { is_tax_inclusive: true } },
    { code: "DELIVERY", method: percent(50, { target_type: "shipping_methods" }) },
    {
      code: "DELIVERY-FREE",
      method: percent(100, { target_type: "shipping_methods", allocation: "across" }),
    },
    { code: "SHOP-0", method: percent(15, { target_rules: [productsOf(vendors[0])] }), funder: 0 },
    {
      code: "SHOP-1-EACH",
      method: percent(7.77, { allocation: "each", max_quantity: 3, target_rules: [productsOf(vendors[1])] }),
      funder: 1,
    },
    {
      code: "SHOP-4-DELIVERY",
      method: percent(66.6, { target_type: "shipping_methods", target_rules: [delivery] }),
      funder: 4,
    },
    {
      code: "BUY-GET",
      method: percent(100, {
        allocation: "each",
        max_quantity: 1,
        apply_to_quantity: 1,
        buy_rules_min_quantity: 2,
        buy_rules: [productsOf(vendors[3])],
        target_rules: [productsOf(vendors[3])],
      }),
      funder: 3,
      over: { type: "buyget" },
    },
  ]
}

function fixedDrafts(currency: Currency, vendors: OddVendor[]): Draft[] {
  const unit = { ngn: 1, xof: 1, kwd: 0.01, tnd: 0.1 }[currency]
  const fixed = (value: number, over: Partial<Method>): Method => ({
    type: "fixed",
    value: value * unit,
    currency_code: currency,
    target_type: "items",
    allocation: "across",
    ...over,
  })

  return [
    { code: `ACROSS-${currency}`, method: fixed(101, {}), currency },
    { code: `EACH-${currency}`, method: fixed(50, { allocation: "each", max_quantity: 3 }), currency },
    { code: `DELIVERY-${currency}`, method: fixed(100, { target_type: "shipping_methods" }), currency },
    {
      code: `SHOP-2-${currency}`,
      method: fixed(77, { target_rules: [productsOf(vendors[2])] }),
      funder: 2,
      currency,
    },
  ]
}
