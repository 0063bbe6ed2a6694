import type { Answer } from "../../../lib/api/client"
import type { Texts } from "../../../lib/text"

export type Promotion = Answer<"GET /vendor/promotions/:id">["promotion"]

export const CHANGES = ["/vendor/promotions"] as const

const BPS_OF_PERCENT = 100

/** `10 % off`, `₦500 off`. */
export function discountOf({ kind, value, currency_code }: Promotion, { t, format }: Texts): string {
  const amount =
    kind === "percentage" || !currency_code
      ? format.percent(Number(value) * BPS_OF_PERCENT)
      : format.money(value, currency_code)

  return t("promotions.off", { amount })
}

export const nameOf = ({ name, code }: Promotion): string => name || code
