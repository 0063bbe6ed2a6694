import type { MedusaRequest } from "@medusajs/framework/http"
import { ErrorCode, notFound } from "../../../lib/errors"
import { rowsOf } from "../../../lib/list-params"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type { PromotionRow, PromotionView } from "../../../modules/vendor/promotion-queries"
import type VendorModuleService from "../../../modules/vendor/service"
import { boundVendorId } from "../context"
import type { VendorGetPromotionsParamsType } from "./validators"

const vendors = (req: MedusaRequest) => req.scope.resolve<VendorModuleService>(VENDOR_MODULE)

const promotionView = ({
  campaign_id: _campaign,
  minimum_rule_ids: _minimum,
  product_rule_ids: _products,
  ...promotion
}: PromotionRow): PromotionView => promotion

export async function listPromotions(req: MedusaRequest) {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as VendorGetPromotionsParamsType
  const { promotions, count } = await vendors(req).findPromotions(boundVendorId(req), {
    filters: { q: query.q, phase: query.phase },
    page: rowsOf(query),
  })

  return {
    promotions: promotions.map(promotionView),
    count,
    offset: query.offset,
    limit: query.limit,
  }
}

/** A promotion of the bound shop. */
export async function retrievePromotion(req: MedusaRequest, id: string): Promise<PromotionView> {
  const { promotions } = await vendors(req).findPromotions(boundVendorId(req), {
    filters: { id },
    page: { take: 1, skip: 0, order: "created_at" },
  })
  const [promotion] = promotions
  if (!promotion) {
    throw notFound(ErrorCode.PROMOTION_NOT_FOUND, `Promotion ${id} was not found.`)
  }

  return promotionView(promotion)
}
