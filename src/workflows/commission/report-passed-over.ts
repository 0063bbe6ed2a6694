import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PassedOver } from "../../modules/commission/domain/resolve"
import { notifyStaff } from "../notify-staff"

const WHY = {
  not_understood: "says something that this version of the server does not know, so it holds for nothing",
  currency_missing: "has no amounts in the currency of an order, so the next rule held for it",
} satisfies Record<PassedOver["reason"], string>

/** Tells staff of rules that did not hold though they may have been meant to, of each once. */
export async function reportPassedOver(
  container: MedusaContainer,
  passedOver: PassedOver[],
  currencyCode: string
): Promise<void> {
  const byKey = new Map(
    passedOver.map((it) => [`commission-passed-over:${it.rule_id}:${it.reason}:${currencyCode}`, it])
  )
  for (const [key, { rule_id, reason }] of byKey) {
    const description = `Rule ${rule_id} ${WHY[reason]} (${currencyCode.toUpperCase()}).`
    try {
      await notifyStaff(container, { key, title: "A commission rule was passed over", description })
    } catch (error) {
      // The sale is right without it: nobody's checkout fails for a notice to staff.
      container.resolve(ContainerRegistrationKeys.LOGGER).error(description, error as Error)
    }
  }
}
