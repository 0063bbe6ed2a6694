import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed, notFound } from "../../../lib/errors"
import { VENDOR_MODULE } from "../../../modules/vendor"
import { vendorsById } from "../vendor-owners"

export type AssignProductsInput = { vendor_id: string; product_ids: string[] }

type Links = Record<string, Record<string, string>>[]

/** Which links make a vendor the owner of products without one, and give them its shipping profile. Reads only. */
export const planProductLinksStep = createStep(
  "plan-product-links",
  async ({ vendor_id, product_ids }: AssignProductsInput, { container }) => {
    const vendor = (await vendorsById(container, [vendor_id])).get(vendor_id)
    if (!vendor) {
      throw notFound(ErrorCode.VENDOR_NOT_FOUND, `Vendor ${vendor_id} was not found.`)
    }
    const unowned = await withoutOwner(container, vendor_id, product_ids)
    const replaced = await profilesToReplace(container, unowned, vendor)
    const profileId = vendor.shipping_profile_id

    return new StepResponse({
      product_ids: unowned,
      owners: unowned.map((product_id) => ({
        [Modules.PRODUCT]: { product_id },
        [VENDOR_MODULE]: { vendor_id },
      })) as Links,
      former_profiles: replaced.links,
      profiles: (profileId ? replaced.product_ids.map((id) => profileLink(id, profileId)) : []) as Links,
    })
  }
)

const profileLink = (product_id: string, shipping_profile_id: string) => ({
  [Modules.PRODUCT]: { product_id },
  [Modules.FULFILLMENT]: { shipping_profile_id },
})

async function withoutOwner(
  container: MedusaContainer,
  vendorId: string,
  productIds: string[]
): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "product_vendor",
    fields: ["product_id", "vendor_id"],
    filters: { product_id: productIds },
  })
  const foreign = links.find((link) => link.vendor_id !== vendorId)
  if (foreign) {
    throw notAllowed(
      ErrorCode.PRODUCT_OWNED_BY_ANOTHER_VENDOR,
      `Product ${foreign.product_id} belongs to another vendor.`
    )
  }
  const owned = new Set(links.map((link) => link.product_id))

  return [...new Set(productIds)].filter((id) => !owned.has(id))
}

/** A vendor's products carry its profile; the house keeps a profile that a product was made with. */
async function profilesToReplace(
  container: MedusaContainer,
  productIds: string[],
  vendor: { is_house: boolean; shipping_profile_id: string | null }
): Promise<{ product_ids: string[]; links: Links }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "product_shipping_profile",
    fields: ["product_id", "shipping_profile_id"],
    filters: { product_id: productIds },
  })
  if (vendor.is_house || !vendor.shipping_profile_id) {
    const profiled = new Set(links.map((link) => link.product_id))
    return { product_ids: productIds.filter((id) => !profiled.has(id)), links: [] }
  }
  const foreign = links.filter((link) => link.shipping_profile_id !== vendor.shipping_profile_id)

  return {
    product_ids: productIds,
    links: foreign.map((link) => profileLink(link.product_id, link.shipping_profile_id)),
  }
}
