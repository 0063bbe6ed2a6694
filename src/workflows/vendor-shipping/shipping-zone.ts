import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, invalidData } from "../../lib/errors"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"
import type { ShippingPlace } from "../../modules/vendor/shipping-queries"
import type { ZonePlan } from "./types"

/** From where this shop delivers, which it has since its approval. */
export async function retrieveShippingPlace(
  container: MedusaContainer,
  vendorId: string
): Promise<ShippingPlace> {
  const place = await container.resolve<VendorModuleService>(VENDOR_MODULE).findShippingPlace(vendorId)
  if (!place) {
    throw invalidData(
      ErrorCode.STOCK_LOCATION_MISSING,
      "The shop has no place to deliver from yet: it gets one when it is approved."
    )
  }

  return place
}

/** The zone that approval made, or the one with exactly the named countries. */
export async function planZone(
  container: MedusaContainer,
  place: ShippingPlace,
  countryCodes: string[] | undefined
): Promise<ZonePlan> {
  const codes = countryCodes?.toSorted()
  if (codes) {
    await assertCountries(container, codes)
  }
  const zone = codes
    ? place.zones.find(({ country_codes }) => country_codes.join() === codes.join())
    : place.zones[0]
  if (zone) {
    return { id: zone.id, missing: null }
  }
  const country_codes = codes ?? (await soldCountries(container))

  return {
    id: null,
    missing: {
      // Names of zones are unique in Medusa; the set's id makes this one the shop's.
      name: `${place.name} (${place.fulfillment_set_id}): ${country_codes.join(", ")}`,
      fulfillment_set_id: place.fulfillment_set_id,
      country_codes,
    },
  }
}

async function assertCountries(container: MedusaContainer, codes: string[]): Promise<void> {
  const sold = new Set(await soldCountries(container))
  const refused = codes.find((code) => !sold.has(code))
  if (refused) {
    throw invalidData(
      ErrorCode.SHIPPING_COUNTRY_REFUSED,
      `The store does not sell to ${refused}; it sells to ${[...sold].join(", ")}.`
    )
  }
}

/** The countries of the store's regions: elsewhere no cart can be. */
export async function soldCountries(container: MedusaContainer): Promise<string[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "region", fields: ["countries.iso_2"] })
  const regions = data as unknown as { countries?: { iso_2: string }[] }[]

  return [...new Set(regions.flatMap(({ countries }) => (countries ?? []).map(({ iso_2 }) => iso_2)))].sort()
}
