import type { MedusaContainer } from "@medusajs/framework/types"
import { VENDOR_MODULE } from "../../modules/vendor"
import { isSelling } from "../../modules/vendor/domain/vendor-status"
import type VendorModuleService from "../../modules/vendor/service"
import { type FoundOwner, VENDOR_OWNER_FIELDS, type VendorOwner } from "../../modules/vendor/types"

export type VendorOwners = {
  ofProduct: (productId: string | null | undefined) => VendorOwner
  ofShippingProfile: (profileId: string | null | undefined) => VendorOwner
}

/** The owners of products and shipping profiles; what nobody owns is the house's. One statement in all. */
export async function vendorOwners(
  container: MedusaContainer,
  { product_ids, shipping_profile_ids }: { product_ids: string[]; shipping_profile_ids: string[] }
): Promise<VendorOwners> {
  const owners = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .findOwners({ product_ids, shipping_profile_ids })
  const byProduct = new Map(owners.map((owner) => [owner.product_id, owner]))
  const byProfile = new Map(owners.map((owner) => [owner.shipping_profile_id, owner]))
  const house = () => {
    const found = owners.find((owner) => owner.is_house)
    if (!found) {
      throw new Error("There is no house vendor yet: run the workflow ensure-house-vendor once")
    }
    return found
  }

  return {
    ofProduct: (productId) => byProduct.get(productId ?? "") ?? house(),
    ofShippingProfile: (profileId) => byProfile.get(profileId ?? "") ?? house(),
  }
}

/** The shops among the owners of these products that do not sell now. */
export async function findUnavailableVendors(
  container: MedusaContainer,
  productIds: string[]
): Promise<VendorOwner[]> {
  const owners = await ownersOfProducts(container, productIds)
  const unavailable = owners.filter((owner) => !isSelling(owner.status))

  return [...new Map(unavailable.map((owner) => [owner.id, owner])).values()]
}

/** The products among these whose shop does not sell now. */
export async function findUnavailableProducts(
  container: MedusaContainer,
  productIds: string[]
): Promise<Set<string>> {
  const owners = await ownersOfProducts(container, productIds)

  return new Set(owners.flatMap((owner) => (isSelling(owner.status) ? [] : (owner.product_id ?? []))))
}

export async function vendorsById(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, VendorOwner>> {
  if (!ids.length) {
    return new Map()
  }
  const vendors = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendors({ id: [...new Set(ids)] }, { select: [...VENDOR_OWNER_FIELDS] })

  return new Map(vendors.map((vendor) => [vendor.id, vendor]))
}

async function ownersOfProducts(container: MedusaContainer, productIds: string[]): Promise<FoundOwner[]> {
  if (!productIds.length) {
    return []
  }
  const owners = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .findOwners({ product_ids: productIds, shipping_profile_ids: [] })

  return owners.filter((owner) => owner.product_id !== null)
}
