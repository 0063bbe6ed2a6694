import type { PromotionKind, PromotionTarget } from "../../modules/vendor/domain/shop-promotion"
import type { PromotionView } from "../../modules/vendor/promotion-queries"

/** What may change later; the rest says what a promotion is and stays. */
export type PromotionUpdate = {
  name?: string
  value?: string
  product_ids?: string[]
  minimum_subtotal?: string | null
  usage_limit?: number | null
  budget?: string | null
  /** As texts: a workflow's input is kept as JSON, which has no dates. */
  starts_at?: string | null
  ends_at?: string | null
  status?: PromotionView["status"]
}

export type PromotionInput = PromotionUpdate & {
  name: string
  /** None for an automatic one, which nobody types. */
  code?: string
  is_automatic?: boolean
  is_tax_inclusive?: boolean
  target: PromotionTarget
  kind: PromotionKind
  value: string
  currency_code?: string
}

export type OwnPromotionRef = { vendor_id: string; promotion_id: string }
