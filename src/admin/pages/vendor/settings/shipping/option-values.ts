import { z } from "zod"
import { digitsOfCurrency } from "../../../../../lib/currency-digits"
import type { Answer, Body } from "../../../../lib/api/client"
import type { Texts } from "../../../../lib/text"

export type Option = Answer<"GET /vendor/shipping-options">["shipping_options"][number]

/** What storefronts tell ways of delivery by; an option may have another word. */
export const KINDS = ["standard", "express", "same-day"]

const PRICE = /^(?:0|[1-9]\d{0,11})(?:\.(\d{1,4}))?$/

export type OptionValues = {
  name: string
  description: string
  type: string
  /** As they are typed, by currency; what is empty has no price. */
  prices: Record<string, string>
  country_codes: string[]
}

/** What is wrong with a price as it is typed; null for one that is right, or empty. */
export function priceProblem(typed: string, currency_code: string, { t }: Pick<Texts, "t">): string | null {
  if (!typed) {
    return null
  }
  const match = PRICE.exec(typed)
  if (!match) {
    return t("inputs.amount")
  }
  const most = digitsOfCurrency(currency_code)
  if ((match[1]?.length ?? 0) <= most) {
    return null
  }

  return most ? t("shipping.decimals", { count: most }) : t("shipping.no_decimals")
}

export const optionSchema = (texts: Pick<Texts, "t">) => {
  const { t } = texts

  return z.object({
    name: z
      .string()
      .trim()
      .min(1, t("inputs.required"))
      .max(120, t("inputs.too_long", { count: 120 })),
    description: z
      .string()
      .trim()
      .max(300, t("inputs.too_long", { count: 300 })),
    type: z.string(),
    prices: z.record(z.string(), z.string().trim()).superRefine((prices, context) => {
      for (const [currency_code, typed] of Object.entries(prices)) {
        const message = priceProblem(typed, currency_code, texts)
        if (message) {
          context.addIssue({ code: "custom", path: [currency_code], message })
        }
      }
      const [first] = Object.keys(prices)
      if (first && !Object.values(prices).some(Boolean)) {
        context.addIssue({ code: "custom", path: [first], message: t("shipping.price_missing") })
      }
    }),
    country_codes: z.array(z.string()).min(1, t("shipping.countries_missing")),
  })
}

type Offer = { currencies: string[]; store_country_codes: string[] }

/** A new way of delivery goes everywhere; of an old one everything stays that is not changed. */
export const startValues = (
  option: Option | null,
  { currencies, store_country_codes }: Offer
): OptionValues => ({
  name: option?.name ?? "",
  description: option?.description ?? "",
  type: option?.type ?? "standard",
  prices: Object.fromEntries(
    currencies.map((currency) => {
      const price = option?.prices.find(({ currency_code }) => currency_code === currency)

      return [currency, price ? String(price.amount) : ""]
    })
  ),
  country_codes: option?.country_codes ?? store_country_codes,
})

export const creationOf = ({ description, prices, ...rest }: OptionValues) =>
  ({
    ...rest,
    description: description || null,
    prices: Object.entries(prices)
      .map(([currency_code, amount]) => ({ currency_code, amount }))
      .filter(({ amount }) => amount),
  }) satisfies Body<"POST /vendor/shipping-options">

/** Where it goes is named when it was changed alone: staff may have let it go where the store no longer sells. */
export function changeOf(values: OptionValues, option: Option): Body<"POST /vendor/shipping-options/:id"> {
  const { country_codes, ...rest } = creationOf(values)
  const isSame = [...country_codes].sort().join() === [...option.country_codes].sort().join()

  return isSame ? rest : { ...rest, country_codes }
}
