import type { Answer } from "../../../lib/api/client"

export type Product = Answer<"GET /vendor/products/:id">["product"]
export type Variant = Product["variants"][number]

/** What changes with a product: its lists, its stock, and what the home page counts. */
export const CHANGES = ["/vendor/products", "/vendor/inventory-items", "/vendor/home"] as const

/** A price as it is typed; the server knows how many decimals a currency has. */
export const PRICE = /^\d{1,12}(\.\d{1,4})?$/

export const PIECES = /^\d{1,9}$/

/** Whether the pieces can be read; of what is not counted nobody is asked for them. */
export const arePiecesRight = ({
  is_counted,
  quantity,
}: {
  is_counted: boolean
  quantity: string
}): boolean => !is_counted || !quantity || PIECES.test(quantity)

/** Amounts as they are typed, by currency; what is empty has no price. */
export type TypedPrices = Record<string, string>

export const pricesOf = (typed: TypedPrices | undefined) =>
  Object.entries(typed ?? {})
    .map(([currency_code, amount]) => ({ currency_code, amount: amount.trim() }))
    .filter(({ amount }) => amount)

export const typedPrices = (prices: Variant["prices"]): TypedPrices =>
  Object.fromEntries((prices ?? []).map(({ currency_code, amount }) => [currency_code, String(amount)]))
