import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, invalidData } from "../../lib/errors"
import { type Price, type PriceInput, readPrices } from "../../modules/vendor/domain/product-price"

type StoredPrice = {
  id: string
  amount: number
  currency_code: string
  min_quantity: number | null
  max_quantity: number | null
  price_rules?: { attribute: string; operator: string; value: string }[]
}

const FIELDS = ["id", "amount", "currency_code", "min_quantity", "max_quantity"]
const RULE_FIELDS = ["attribute", "operator", "value"]

/** What a delivery costs, in the store's currencies; it may be for nothing. */
export function deliveryPrices(prices: PriceInput[], currencies: string[]): Price[] {
  const read = readPrices(prices, currencies, { can_be_free: true })
  if (!read.is_valid) {
    throw invalidData(ErrorCode.SHIPPING_PRICE_INVALID, read.message)
  }

  return read.prices
}

/**
 * The whole list of prices after a shop has set its own: core deletes what is not named again, so that the prices which
 * staff have made for regions or quantities are named here, with their ids and rules.
 */
export async function deliveryPricesAfter(container: MedusaContainer, optionId: string, prices: Price[]) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "shipping_option",
    fields: [
      ...FIELDS.map((field) => `prices.${field}`),
      ...RULE_FIELDS.map((field) => `prices.price_rules.${field}`),
    ],
    filters: { id: optionId },
  })
  const stored = (data[0] as unknown as { prices?: StoredPrice[] } | undefined)?.prices ?? []
  const own = stored.filter(isPlain)
  const special = stored.filter((price) => !isPlain(price))

  return [
    ...special.map(asNamedAgain),
    ...prices.map((price) => {
      const same = own.find(({ currency_code }) => currency_code === price.currency_code)

      return same ? { id: same.id, ...price } : price
    }),
  ]
}

/** Core takes the region of a price by a name of its own, and the values of its other rules as numbers. */
function asNamedAgain({
  id,
  amount,
  currency_code,
  min_quantity,
  max_quantity,
  price_rules = [],
}: StoredPrice) {
  const region = price_rules.find(({ attribute }) => attribute === "region_id")
  const rules = price_rules.filter((rule) => rule !== region)

  return {
    id,
    amount,
    currency_code,
    min_quantity,
    max_quantity,
    rules: rules.map(({ attribute, operator, value }) => ({ attribute, operator, value: Number(value) })),
    ...(region ? { region_id: region.value } : {}),
  }
}

const isPlain = ({ min_quantity, max_quantity, price_rules = [] }: StoredPrice): boolean =>
  !price_rules.length && min_quantity === null && max_quantity === null
