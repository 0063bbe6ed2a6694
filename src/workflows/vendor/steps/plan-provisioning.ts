import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notFound } from "../../../lib/errors"

export type PlanProvisioningInput = {
  vendor_id: string
  /** Where the shop delivers; every country of the store's regions when absent. */
  country_codes?: string[]
  /** The default delivery; free in every currency of the regions when absent. */
  shipping?: { name?: string; prices?: { currency_code: string; amount: number }[] }
}

type VendorView = {
  id: string
  name: string
  city: string | null
  address_1: string | null
  country_code: string | null
  shipping_profile_id: string | null
}
type RegionView = { currency_code: string; countries?: { iso_2: string }[] }

/** What the shop's first approval has to set up; `is_provisioned` when an earlier one did. Reads only. */
export const planProvisioningStep = createStep(
  "plan-vendor-provisioning",
  async ({ vendor_id, country_codes, shipping }: PlanProvisioningInput, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const [vendors, stores, regions] = await Promise.all([
      query.graph({
        entity: "vendor",
        fields: ["id", "name", "city", "address_1", "country_code", "shipping_profile_id"],
        filters: { id: vendor_id },
      }),
      query.graph({ entity: "store", fields: ["default_sales_channel_id"] }),
      query.graph({ entity: "region", fields: ["currency_code", "countries.iso_2"] }),
    ])
    const vendor = vendors.data[0] as VendorView | undefined
    if (!vendor) {
      throw notFound(ErrorCode.VENDOR_NOT_FOUND, `Vendor ${vendor_id} was not found.`)
    }
    const regionViews = regions.data as unknown as RegionView[]
    const countries =
      country_codes ??
      regionViews.flatMap((region) => (region.countries ?? []).map((country) => country.iso_2))
    const currencies = [...new Set(regionViews.map((region) => region.currency_code))]

    return new StepResponse({
      is_provisioned: Boolean(vendor.shipping_profile_id),
      vendor_id,
      // Names of profiles and fulfilment sets are unique in Medusa, those of shops are not.
      unique_name: `${vendor.name} (${vendor.id})`,
      name: vendor.name,
      address: {
        address_1: vendor.address_1 ?? vendor.name,
        city: vendor.city ?? undefined,
        country_code: vendor.country_code ?? countries[0] ?? "ng",
      },
      sales_channel_id: stores.data[0]?.default_sales_channel_id ?? null,
      country_codes: [...new Set(countries)],
      option_name: shipping?.name ?? "Standard delivery",
      prices: shipping?.prices ?? currencies.map((currency_code) => ({ currency_code, amount: 0 })),
    })
  }
)
