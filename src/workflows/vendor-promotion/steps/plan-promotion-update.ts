import type { UpdateCampaignDTO, UpdatePromotionDTO } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  minimumRules,
  type PromotionRule,
  type PromotionTerms,
  productRule,
} from "../../../modules/vendor/domain/shop-promotion"
import type { PromotionRow } from "../../../modules/vendor/promotion-queries"
import { assertRoom, assertTerms, retrieveEditablePromotion } from "../own-promotions"
import type { OwnPromotionRef, PromotionUpdate } from "../types"

export type UpdatePromotionInput = OwnPromotionRef & { update: PromotionUpdate }

/** What core is asked to change of a promotion of this shop. Reads only. */
export const planPromotionUpdateStep = createStep(
  "plan-vendor-promotion-update",
  async ({ update, ...ref }: UpdatePromotionInput, { container }) => {
    const row = await retrieveEditablePromotion(container, ref)
    const terms = termsAfter(row, update)
    await assertTerms(container, ref.vendor_id, terms)
    if (takesPlace(row, update, terms)) {
      await assertRoom(container, ref.vendor_id, {
        is_automatic: true,
        is_new: false,
        target: terms.target,
      })
    }

    return new StepResponse({
      promotion: promotionChange(row, update),
      campaign: campaignChange(row, update, terms),
      product_rules:
        update.product_ids === undefined
          ? NOTHING
          : ruleChange(
              row.product_rule_ids,
              terms.product_ids.length ? [productRule(terms.product_ids)] : []
            ),
      minimum_rules:
        update.minimum_subtotal === undefined
          ? NOTHING
          : ruleChange(row.minimum_rule_ids, minimumRules(ref.vendor_id, terms.minimum_subtotal)),
    })
  }
)

function termsAfter(row: PromotionRow, update: PromotionUpdate): PromotionTerms {
  return {
    kind: row.kind,
    // An order's discount is not editable.
    target: row.target === "delivery" ? "delivery" : "items",
    value: update.value ?? row.value,
    currency_code: row.currency_code,
    minimum_subtotal: update.minimum_subtotal === undefined ? row.minimum_subtotal : update.minimum_subtotal,
    budget: update.budget === undefined ? row.budget : update.budget,
    starts_at: update.starts_at === undefined ? row.starts_at : update.starts_at,
    ends_at: update.ends_at === undefined ? row.ends_at : update.ends_at,
    product_ids: update.product_ids ?? row.product_ids,
  }
}

/** Whether an automatic promotion that no cart looks at any more would be looked at again. */
function takesPlace(row: PromotionRow, update: PromotionUpdate, terms: PromotionTerms): boolean {
  const isOver = terms.ends_at !== null && Date.parse(terms.ends_at) <= Date.now()
  const status = update.status ?? row.status

  return (
    row.is_automatic && (row.phase === "ended" || row.phase === "stopped") && status !== "inactive" && !isOver
  )
}

const promotionChange = (row: PromotionRow, update: PromotionUpdate) =>
  // Core's type asks for numbers; a decimal in a text is exact.
  ({
    id: row.id,
    ...(update.status === undefined ? {} : { status: update.status }),
    ...(update.usage_limit === undefined ? {} : { limit: update.usage_limit }),
    ...(update.value === undefined ? {} : { application_method: { value: update.value } }),
  }) as unknown as UpdatePromotionDTO

const campaignChange = (row: PromotionRow, update: PromotionUpdate, terms: PromotionTerms) =>
  ({
    id: row.campaign_id ?? "",
    ...(update.name === undefined ? {} : { name: update.name }),
    starts_at: terms.starts_at,
    ends_at: terms.ends_at,
    ...(update.budget === undefined || !row.currency_code ? {} : { budget: { limit: update.budget } }),
  }) as unknown as UpdateCampaignDTO

type RuleChange = {
  create: PromotionRule[]
  update: { id: string; values: string[] }[]
  delete: string[]
}

const NOTHING: RuleChange = { create: [], update: [], delete: [] }

/** A rule that stays is changed in its place: at no moment does a discount hold for more than it should. */
function ruleChange([id, ...rest]: string[], [rule]: PromotionRule[]): RuleChange {
  if (id && rule) {
    return { create: [], update: [{ id, values: rule.values }], delete: rest }
  }

  return { create: rule ? [rule] : [], update: [], delete: id ? [id, ...rest] : [] }
}
