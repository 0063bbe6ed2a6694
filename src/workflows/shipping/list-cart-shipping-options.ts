import type { MedusaContainer } from "@medusajs/framework/types"
import { listShippingOptionsForCartWorkflow } from "@medusajs/medusa/core-flows"
import { type VendorView, vendorView } from "../../lib/vendor-view"
import { vendorOwners } from "../vendor/vendor-owners"

export type ListCartShippingOptionsInput = { cart_id: string; is_return: boolean; fields?: string[] }

type Option = { id: string; name: string; shipping_profile_id: string } & Record<string, unknown>

/** The delivery options of the shops in the cart, each named with its shop: storefronts often show no more than the name. */
export async function listCartShippingOptions(
  container: MedusaContainer,
  input: ListCartShippingOptionsInput
): Promise<(Option & { vendor: VendorView })[]> {
  const { result } = await listShippingOptionsForCartWorkflow(container).run({ input })
  const options = result as Option[]
  const owners = await vendorOwners(container, {
    product_ids: [],
    shipping_profile_ids: options.map((option) => option.shipping_profile_id),
  })

  return options.map((option) => {
    const vendor = vendorView(owners.ofShippingProfile(option.shipping_profile_id))
    return { ...option, name: `${option.name} (${vendor.name})`, vendor }
  })
}
