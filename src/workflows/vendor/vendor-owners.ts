import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { VENDOR_MODULE } from "../../modules/vendor"
import { isSelling, type VendorStatus } from "../../modules/vendor/domain/vendor-status"
import type VendorModuleService from "../../modules/vendor/service"

/** What checkout needs to know of a shop. */
export type VendorOwner = {
  id: string
  name: string
  handle: string
  logo_url: string | null
  status: VendorStatus
  is_house: boolean
  commission_rate_bps: number | null
  shipping_profile_id: string | null
}

const FIELDS: (keyof VendorOwner)[] = [
  "id",
  "name",
  "handle",
  "logo_url",
  "status",
  "is_house",
  "commission_rate_bps",
  "shipping_profile_id",
]

export type VendorOwners = {
  ofProduct: (productId: string | null | undefined) => VendorOwner
  ofShippingProfile: (profileId: string | null | undefined) => VendorOwner
}

/** The owners of products and shipping profiles; what nobody owns is the house's. Two statements in all. */
export async function vendorOwners(
  container: MedusaContainer,
  { product_ids, shipping_profile_ids }: { product_ids: string[]; shipping_profile_ids: string[] }
): Promise<VendorOwners> {
  const links = await ownersOfProducts(container, product_ids)
  const vendors = await listVendors(container, {
    $or: [
      { is_house: true },
      { id: [...new Set(links.values())] },
      { shipping_profile_id: [...new Set(shipping_profile_ids)] },
    ],
  })
  const byId = new Map(vendors.map((vendor) => [vendor.id, vendor]))
  const byProfile = new Map(vendors.map((vendor) => [vendor.shipping_profile_id, vendor]))
  const house = () => {
    const found = vendors.find((vendor) => vendor.is_house)
    if (!found) {
      throw new Error("There is no house vendor yet: run the workflow ensure-house-vendor once")
    }
    return found
  }

  return {
    ofProduct: (productId) => byId.get(links.get(productId ?? "") ?? "") ?? house(),
    ofShippingProfile: (profileId) => byProfile.get(profileId ?? "") ?? house(),
  }
}

/** The shops among the owners of these products that do not sell now. */
export async function findUnavailableVendors(
  container: MedusaContainer,
  productIds: string[]
): Promise<VendorOwner[]> {
  const links = await ownersOfProducts(container, productIds)
  const vendors = await vendorsById(container, [...links.values()])

  return [...vendors.values()].filter((vendor) => !isSelling(vendor.status))
}

/** The products among these whose shop does not sell now. */
export async function findUnavailableProducts(
  container: MedusaContainer,
  productIds: string[]
): Promise<Set<string>> {
  const links = await ownersOfProducts(container, productIds)
  const vendors = await vendorsById(container, [...links.values()])
  const sells = (vendorId: string) => isSelling(vendors.get(vendorId)?.status ?? "closed")

  return new Set([...links].filter(([, vendorId]) => !sells(vendorId)).map(([productId]) => productId))
}

export async function vendorsById(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, VendorOwner>> {
  if (!ids.length) {
    return new Map()
  }
  const vendors = await listVendors(container, { id: [...new Set(ids)] })

  return new Map(vendors.map((vendor) => [vendor.id, vendor]))
}

async function ownersOfProducts(
  container: MedusaContainer,
  productIds: string[]
): Promise<Map<string, string>> {
  if (!productIds.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_vendor",
    fields: ["product_id", "vendor_id"],
    filters: { product_id: [...new Set(productIds)] },
  })

  return new Map(data.map((link) => [link.product_id, link.vendor_id]))
}

async function listVendors(container: MedusaContainer, filters: object): Promise<VendorOwner[]> {
  const service = container.resolve<VendorModuleService>(VENDOR_MODULE)

  return (await service.listVendors(filters as never, {
    select: FIELDS as never,
  })) as unknown as VendorOwner[]
}
