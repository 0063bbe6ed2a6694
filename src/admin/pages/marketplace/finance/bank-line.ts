import { z } from "zod"
import type { Texts } from "../../../lib/text"

type T = Pick<Texts, "t">

/** An amount in major units, as text: a float would lose its last digits. */
export const amountValue = ({ t }: T) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,12}(\.\d{1,4})?$/, t("forms.amount"))

export const currencyValue = ({ t }: T) =>
  z
    .string()
    .trim()
    .regex(/^[a-z]{3}$/i, t("inputs.currency_code"))

export const filledValue = ({ t }: T, most: number) =>
  z
    .string()
    .trim()
    .min(1, t("inputs.required"))
    .max(most, t("inputs.too_long", { count: most }))

/** Now, as the browser's own field for a moment reads it. */
export function localNow(): string {
  const now = new Date()

  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

export const momentOf = (local: string): string => new Date(local).toISOString()
