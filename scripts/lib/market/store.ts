import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, PromotionStatus } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createPromotionsWorkflow,
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import { DEMO_KEY_TITLE, DEMO_PROMOTION } from "./shops"

export const CURRENCY = "ngn"

/** The one sales channel: a second one would make Medusa's product list ten times slower. */
export async function ensureStore(
  container: MedusaContainer
): Promise<{ sales_channel_id: string; region_id: string }> {
  const [store] = await container.resolve(Modules.STORE).listStores({}, { take: 1 })
  if (!store?.default_sales_channel_id) {
    throw new Error("Medusa has not made its default store: the database is not migrated completely.")
  }
  const region_id = await ensureRegion(container)
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: {
        name: "Merkato",
        supported_currencies: [{ currency_code: CURRENCY, is_default: true }],
        default_region_id: region_id,
      },
    },
  })

  return { sales_channel_id: store.default_sales_channel_id, region_id }
}

async function ensureRegion(container: MedusaContainer): Promise<string> {
  const [known] = await container
    .resolve(Modules.REGION)
    .listRegions({ currency_code: CURRENCY, name: "Nigeria" }, { take: 1 })
  const region =
    known ??
    (
      await createRegionsWorkflow(container).run({
        input: {
          regions: [
            {
              name: "Nigeria",
              currency_code: CURRENCY,
              countries: ["ng"],
              automatic_taxes: true,
              payment_providers: ["pp_paystack_paystack"],
            },
          ],
        },
      })
    ).result[0]
  if (!region) {
    throw new Error("The region Nigeria could not be made.")
  }
  const [taxRegion] = await container.resolve(Modules.TAX).listTaxRegions({ country_code: "ng" }, { take: 1 })
  if (!taxRegion) {
    await createTaxRegionsWorkflow(container).run({
      input: [
        {
          country_code: "ng",
          provider_id: "tp_system",
          default_tax_rate: { name: "VAT", code: "VAT", rate: 7.5 },
        },
      ],
    })
  }

  return region.id
}

export async function ensurePromotion(container: MedusaContainer): Promise<void> {
  const { code, percent } = DEMO_PROMOTION
  const [known] = await container.resolve(Modules.PROMOTION).listPromotions({ code }, { take: 1 })
  if (!known) {
    await createPromotionsWorkflow(container).run({
      input: {
        promotionsData: [
          {
            code,
            type: "standard",
            status: PromotionStatus.ACTIVE,
            application_method: {
              type: "percentage",
              value: percent,
              target_type: "items",
              allocation: "across",
              currency_code: CURRENCY,
            },
          },
        ],
      },
    })
  }
}

/** Made last: its existence says that the marketplace is complete. */
export async function ensureKey(container: MedusaContainer, salesChannelId: string): Promise<void> {
  const [known] = await container.resolve(Modules.API_KEY).listApiKeys({ title: DEMO_KEY_TITLE }, { take: 1 })
  if (known) {
    return
  }
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: DEMO_KEY_TITLE, type: "publishable", created_by: "demo" }] },
  })
  for (const key of result) {
    await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: key.id, add: [salesChannelId] } })
  }
}
