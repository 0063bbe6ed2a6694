import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export type StoreFacts = { sales_channel_id: string | null; currencies: string[] }

type StoreView = {
  default_sales_channel_id: string | null
  supported_currencies?: { currency_code: string }[]
}

/** Where products of shops are sold, and in which currencies. */
export async function readStore(container: MedusaContainer): Promise<StoreFacts> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "store",
    fields: ["default_sales_channel_id", "supported_currencies.currency_code"],
  })
  const store = data[0] as unknown as StoreView | undefined

  return {
    sales_channel_id: store?.default_sales_channel_id ?? null,
    currencies: (store?.supported_currencies ?? []).map(({ currency_code }) => currency_code),
  }
}
