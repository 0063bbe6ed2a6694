import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, invalidData, notAllowed, notFound } from "../../lib/errors"
import { scoped } from "../../lib/vendor-scope"
import { VENDOR_MODULE } from "../../modules/vendor"
import { type PromotionTerms, roomProblem, termsProblem } from "../../modules/vendor/domain/shop-promotion"
import type { PromotionRow } from "../../modules/vendor/promotion-queries"
import type VendorModuleService from "../../modules/vendor/service"
import { readStore } from "../vendor-product/read-store"
import type { OwnPromotionRef } from "./types"

const vendors = (container: MedusaContainer) => container.resolve<VendorModuleService>(VENDOR_MODULE)

/** A promotion of this shop that the shop may change; one of another shop is not found, like one that does not exist. */
export async function retrieveEditablePromotion(
  container: MedusaContainer,
  { vendor_id, promotion_id }: OwnPromotionRef
): Promise<PromotionRow> {
  const { promotions } = await vendors(container).findPromotions(vendor_id, {
    filters: { id: promotion_id },
    page: { take: 1, skip: 0, order: "created_at" },
  })
  const [promotion] = promotions
  if (!promotion) {
    throw notFound(ErrorCode.PROMOTION_NOT_FOUND, `Promotion ${promotion_id} was not found.`)
  }
  if (!promotion.is_editable) {
    throw notAllowed(
      ErrorCode.PROMOTION_MANAGED,
      "This promotion was set up by the marketplace's staff. Ask them to change it."
    )
  }

  return promotion
}

/** A shop has room for one more promotion; for one that every cart looks at there is less of it. */
export async function assertRoom(
  container: MedusaContainer,
  vendorId: string,
  wanted: Parameters<typeof roomProblem>[1]
): Promise<void> {
  const problem = roomProblem(await vendors(container).countPromotions(vendorId), wanted)
  if (problem) {
    throw notAllowed(ErrorCode.PROMOTION_LIMIT_REACHED, problem)
  }
}

export async function assertTerms(
  container: MedusaContainer,
  vendorId: string,
  terms: PromotionTerms
): Promise<void> {
  const { currencies } = await readStore(container)
  const problem = termsProblem(terms, currencies)
  if (problem) {
    throw invalidData(ErrorCode.PROMOTION_TERMS_REFUSED, problem)
  }
  await assertOwnProducts(container, vendorId, terms.product_ids)
}

async function assertOwnProducts(
  container: MedusaContainer,
  vendorId: string,
  productIds: string[]
): Promise<void> {
  if (!productIds.length) {
    return
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_vendor",
    fields: ["product_id"],
    filters: scoped(vendorId, { product_id: productIds }),
  })
  const own = new Set(data.map((link) => link.product_id))
  const foreign = productIds.find((id) => !own.has(id))
  if (foreign) {
    throw invalidData(ErrorCode.PRODUCT_NOT_FOUND, `Product ${foreign} was not found.`)
  }
}

/** Codes are typed by buyers and so unique among all shops; whose promotion has one is nobody's business. */
export async function assertCodeFree(container: MedusaContainer, code: string): Promise<void> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "promotion",
    fields: ["id"],
    filters: { code },
  })
  if (data.length) {
    throw notAllowed(ErrorCode.PROMOTION_CODE_TAKEN, `The code ${code} is taken.`)
  }
}
