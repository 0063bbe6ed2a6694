import type { Answer } from "../../../lib/api/client"
import type { Texts } from "../../../lib/text"

type Booked = Answer<"POST /admin/bank-transfers">

type Told = { tone: "success" | "info" | "warning"; text: string }

/** What has become of a transfer that was booked, or whose payment was named. Money that goes back is not to be missed. */
export function toldOf(
  { outcome, bank_transfer: { amount, currency_code } }: Booked,
  /** What staff have said that it is for. */
  reference: string | null,
  { t, named, format }: Pick<Texts, "t" | "named" | "format">
): Told {
  switch (outcome) {
    case null:
      return reference
        ? { tone: "warning", text: t("finance.told.not_ours", { reference }) }
        : { tone: "info", text: t("finance.told.to_match") }
    case "ordered":
    case "prepaid":
      return { tone: "success", text: t(`finance.told.${outcome}`) }
    case "refunded":
    case "refund_refused":
      return {
        tone: "warning",
        text: t(`finance.told.${outcome}`, { amount: format.money(amount, currency_code) }),
      }
    case "waiting":
      return { tone: "info", text: t("finance.told.waiting") }
    default:
      return {
        tone: "warning",
        text: t("finance.told.other", { outcome: named("operations.outcomes", outcome) }),
      }
  }
}
