import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed, notFound } from "../../lib/errors"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"
import type { ShippingOptionRow } from "../../modules/vendor/shipping-queries"
import type { OwnOptionRef } from "./types"

/** How many options this shop's buyers are offered. */
export async function countOwnOptions(container: MedusaContainer, vendorId: string): Promise<number> {
  const { count } = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .findShippingOptions(vendorId, { filters: {}, page: { take: 1, skip: 0, order: "name" } })

  return count
}

/** An option of this shop that the shop may change; one of another shop is not found, like one that does not exist. */
export async function retrieveEditableOption(
  container: MedusaContainer,
  { vendor_id, option_id }: OwnOptionRef
): Promise<ShippingOptionRow> {
  const { options } = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .findShippingOptions(vendor_id, {
      filters: { id: option_id },
      page: { take: 1, skip: 0, order: "name" },
    })
  const [option] = options
  if (!option) {
    throw notFound(ErrorCode.SHIPPING_OPTION_NOT_FOUND, `Shipping option ${option_id} was not found.`)
  }
  if (!option.is_editable) {
    throw notAllowed(
      ErrorCode.SHIPPING_OPTION_MANAGED,
      "This shipping option was set up by the marketplace's staff. Ask them to change it."
    )
  }

  return option
}
