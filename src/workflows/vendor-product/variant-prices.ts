import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Price } from "../../modules/vendor/domain/product-price"

type StoredPrice = {
  id: string
  amount: number
  currency_code: string
  min_quantity: number | null
  max_quantity: number | null
  rules_count: number | null
  price_list_id: string | null
}

const FIELDS = [
  "id",
  "amount",
  "currency_code",
  "min_quantity",
  "max_quantity",
  "rules_count",
  "price_list_id",
].map((field) => `prices.${field}`)

/**
 * The whole list of prices after a shop has set its own: core deletes what is not named again, so that the prices
 * which staff have made for regions or quantities are named here, by their ids.
 */
export async function pricesAfter(container: MedusaContainer, variantId: string, prices: Price[]) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant",
    fields: ["id", ...FIELDS],
    filters: { id: variantId },
  })
  const stored = ((data[0] as unknown as { prices?: StoredPrice[] } | undefined)?.prices ?? []).filter(
    ({ price_list_id }) => !price_list_id
  )
  const own = stored.filter(isPlain)
  const special = stored.filter((price) => !isPlain(price))

  return [
    ...special.map(({ id, amount, currency_code, min_quantity, max_quantity }) => ({
      id,
      amount,
      currency_code,
      min_quantity,
      max_quantity,
    })),
    ...prices.map((price) => {
      const same = own.find(({ currency_code }) => currency_code === price.currency_code)

      return same ? { id: same.id, ...price } : price
    }),
  ]
}

/** What holds for everybody and any quantity: the only prices that a shop sets here. */
const isPlain = (price: Pick<StoredPrice, "rules_count" | "min_quantity" | "max_quantity">): boolean =>
  !price.rules_count && price.min_quantity === null && price.max_quantity === null
