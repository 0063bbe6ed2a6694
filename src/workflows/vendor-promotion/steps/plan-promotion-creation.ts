import { randomUUID } from "node:crypto"
import type { CreatePromotionDTO } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { minimumRules, type PromotionTerms, targetRules } from "../../../modules/vendor/domain/shop-promotion"
import { assertCodeFree, assertRoom, assertTerms } from "../own-promotions"
import type { PromotionInput } from "../types"

export type CreatePromotionInput = { vendor_id: string; promotion: PromotionInput }

/** The promotion that core is asked to make, bound to what this shop sells. Reads only. */
export const planPromotionCreationStep = createStep(
  "plan-vendor-promotion-creation",
  async ({ vendor_id, promotion }: CreatePromotionInput, { container }) => {
    const terms = termsOf(promotion)
    const code = promotion.code ?? `AUTO-${randomUUID().replace(/-/g, "").slice(0, 12).toUpperCase()}`
    await assertTerms(container, vendor_id, terms)
    await assertRoom(container, vendor_id, {
      is_automatic: promotion.is_automatic === true,
      is_new: true,
      target: promotion.target,
    })
    await assertCodeFree(container, code)

    return new StepResponse({
      promotion: corePromotion({ vendor_id, promotion, terms, code }),
      status: promotion.status ?? "active",
    })
  }
)

const termsOf = (promotion: PromotionInput): PromotionTerms => ({
  kind: promotion.kind,
  target: promotion.target,
  value: promotion.value,
  currency_code: promotion.currency_code ?? null,
  minimum_subtotal: promotion.minimum_subtotal ?? null,
  budget: promotion.budget ?? null,
  starts_at: promotion.starts_at ?? null,
  ends_at: promotion.ends_at ?? null,
  product_ids: promotion.product_ids ?? [],
})

type NewPromotion = CreatePromotionInput & { terms: PromotionTerms; code: string }

function corePromotion({ vendor_id, promotion, terms, code }: NewPromotion) {
  const { currency_code, starts_at, ends_at } = terms
  const created = {
    code,
    type: "standard" as const,
    // Until the link says who pays for it, nobody may use it.
    status: "draft" as const,
    is_automatic: promotion.is_automatic ?? false,
    is_tax_inclusive: promotion.is_tax_inclusive ?? false,
    limit: promotion.usage_limit ?? null,
    rules: minimumRules(vendor_id, terms.minimum_subtotal),
    application_method: {
      type: terms.kind,
      target_type: terms.target === "items" ? "items" : "shipping_methods",
      // A fixed amount is divided among what it is taken off, so it is taken off once, whatever the cart holds.
      allocation: "across",
      value: terms.value,
      ...(currency_code ? { currency_code } : {}),
      target_rules: targetRules(vendor_id, terms),
    },
    campaign: {
      name: promotion.name,
      campaign_identifier: `shop-${randomUUID()}`,
      starts_at,
      ends_at,
      // Without a currency nothing can be counted.
      ...(currency_code ? { budget: { type: "spend", currency_code, limit: terms.budget } } : {}),
    },
  }

  // Core's type asks for numbers; a decimal in a text is exact.
  return created as unknown as CreatePromotionDTO
}
