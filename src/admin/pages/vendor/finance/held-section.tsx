import { Text } from "@medusajs/ui"
import { Money } from "../../../components/money"
import { Section } from "../../../components/page"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"

/** Why money that could be paid is not; nothing while none is held. */
export function HeldSection() {
  const { t } = useText()
  const { data } = useAnswer("GET /vendor/home", {})
  const held = data?.home.to_do.payouts?.held ?? []
  if (!held.length) {
    return null
  }

  return (
    <Section title={t("shop_money.why_not_paid")} className="divide-y">
      {held.map(({ amount, currency_code, reason_code }) => (
        <div key={`${currency_code} ${reason_code}`} className="px-4 py-3 sm:px-6">
          <Text size="small" weight="plus">
            {amount ? <Money amount={amount} currency_code={currency_code} /> : currency_code.toUpperCase()}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`shop_money.obstacles.${reason_code}`)}
          </Text>
        </div>
      ))}
    </Section>
  )
}
