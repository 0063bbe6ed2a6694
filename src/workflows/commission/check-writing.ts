import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, invalidData } from "../../lib/errors"
import { COMMISSION_MODULE } from "../../modules/commission"
import {
  refuseTerms,
  type TermsRefusal,
  type WritingFacts,
} from "../../modules/commission/domain/check-terms"
import { readRules } from "../../modules/commission/domain/resolve"
import type { CommissionTerms } from "../../modules/commission/domain/rule"
import type CommissionModuleService from "../../modules/commission/service"
import { vendorOwners, vendorsById } from "../vendor/vendor-owners"
import { readStore } from "../vendor-product/read-store"

const CODES = {
  condition: ErrorCode.COMMISSION_CONDITION_REFUSED,
  amount: ErrorCode.COMMISSION_AMOUNT_REFUSED,
  dates: ErrorCode.COMMISSION_DATES_REFUSED,
  conflict: ErrorCode.COMMISSION_RULE_EXISTS,
} satisfies Record<TermsRefusal["about"], string>

/** Refuses terms that must not become a rule, or the next version of the one that is named. */
export async function assertWritable(
  container: MedusaContainer,
  terms: CommissionTerms,
  replacedId?: string
): Promise<void> {
  const refusal = refuseTerms(terms, await writingFacts(container, terms, replacedId))
  if (refusal) {
    throw invalidData(CODES[refusal.about], refusal.message)
  }
}

async function writingFacts(
  container: MedusaContainer,
  terms: CommissionTerms,
  replacedId?: string
): Promise<WritingFacts> {
  const { product_id, vendor_id, collection_id, category_id } = terms.conditions
  const service = container.resolve<CommissionModuleService>(COMMISSION_MODULE)
  const [store, vendors, product, has_collection, has_category, twins] = await Promise.all([
    readStore(container),
    vendorsById(container, vendor_id ? [vendor_id] : []),
    product_id ? productFacts(container, product_id) : null,
    isThere(container, "product_collection", collection_id),
    isThere(container, "product_category", category_id),
    service.twinsOf(terms),
  ])
  const vendor = vendors.get(vendor_id ?? "")

  return {
    now: new Date(),
    store_currencies: store.currencies,
    // Shops have no plans yet, so a rule that asks for one could never hold.
    plans: [],
    vendor: vendor ? { is_closed: vendor.status === "closed" } : null,
    product,
    has_collection,
    has_category,
    others: readRules(twins).rules.filter(({ id }) => id !== replacedId),
  }
}

async function isThere(
  container: MedusaContainer,
  entity: "product" | "product_collection" | "product_category",
  id: string | undefined
): Promise<boolean> {
  if (!id) {
    return false
  }
  const filters: Record<string, unknown> = { id }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity, fields: ["id"], filters })

  return data.length > 0
}

async function productFacts(container: MedusaContainer, productId: string): Promise<WritingFacts["product"]> {
  if (!(await isThere(container, "product", productId))) {
    return null
  }
  const [owners, { products }] = await Promise.all([
    vendorOwners(container, { product_ids: [productId], shipping_profile_ids: [] }),
    container
      .resolve<CommissionModuleService>(COMMISSION_MODULE)
      .saleFacts({ at: new Date(), vendor_ids: [], product_ids: [productId] }),
  ])

  return {
    vendor_id: owners.ofProduct(productId).id,
    collection_id: products[0]?.collection_id ?? null,
    category_ids: (products[0]?.categories ?? []).map(({ id }) => id),
  }
}
