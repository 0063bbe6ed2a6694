import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
  updateProductVariantsWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Marketplace } from "./create-marketplace"
import type { Client } from "./people"

/** A second country of a market, in whose currency its shops sell their first product too. */
export type Abroad = { region_id: string; country_code: string; currency_code: string }

type Market = { market: Marketplace; shops: Client[]; payment_providers: string[] }

/** Ghana, with prices in cedis and a way of delivery of each shop's own. */
export async function sellInGhana(
  container: MedusaContainer,
  { market, shops, payment_providers }: Market
): Promise<Abroad> {
  const abroad = { country_code: "gh", currency_code: "ghs" }
  const [store] = await container.resolve(Modules.STORE).listStores()
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store!.id },
      update: {
        supported_currencies: [{ currency_code: "ngn", is_default: true }, { currency_code: "ghs" }],
      },
    },
  })
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: { regions: [{ name: "Ghana", currency_code: "ghs", countries: ["gh"], payment_providers }] },
  })
  await createTaxRegionsWorkflow(container).run({
    input: [
      {
        country_code: "gh",
        provider_id: "tp_system",
        default_tax_rate: { name: "VAT", rate: 15, code: "vat" },
      },
    ],
  })
  await updateProductVariantsWorkflow(container).run({
    input: {
      product_variants: market.vendors.map(({ products: [product] }) => ({
        id: product!.variant_id,
        prices: [
          { currency_code: "ngn", amount: product!.price },
          { currency_code: "ghs", amount: product!.price / 10 },
        ],
      })),
    },
  })
  for (const shop of shops) {
    const { status, body } = await shop("POST", "/vendor/shipping-options", {
      name: "Across the border",
      country_codes: [abroad.country_code],
      prices: [{ currency_code: "ghs", amount: 33.33 }],
    })
    expect([status, body]).toEqual([201, expect.anything()])
  }

  return { ...abroad, region_id: regions[0]!.id }
}
