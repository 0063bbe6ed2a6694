import { Badge, Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import { Change, type Changes, Value } from "./changes-section"

const COLORS = { added: "green", changed: "orange", removed: "red" } as const

export function VariantsSection({ changes: { variants, variants_left_out } }: { changes: Changes }) {
  const { t, named, format } = useText()
  if (!variants.length) {
    return null
  }
  const money = (amount: string | null, currency_code: string) =>
    amount === null ? null : format.money(amount, currency_code)

  return (
    <Section title={t("approvals.variants")} className="divide-y">
      {variants.map(({ id, title, kind, fields, prices }) => (
        <div key={id} className="py-2">
          <div className="flex flex-wrap items-center gap-2 px-4 py-1 sm:px-6">
            <Text weight="plus">{title}</Text>
            <Badge size="2xsmall" color={COLORS[kind]}>
              {t(`approvals.${kind}`)}
            </Badge>
          </div>
          {fields.map(({ field, before, after }) => (
            <Change key={field} name={named("approvals.fields", field)}>
              <Value before={before} after={after} />
            </Change>
          ))}
          {prices.map(({ currency_code, before, after }) => (
            <Change
              key={currency_code}
              name={t("approvals.price", { currency: currency_code.toUpperCase() })}
            >
              <Value before={money(before, currency_code)} after={money(after, currency_code)} />
            </Change>
          ))}
        </div>
      ))}
      {variants_left_out > 0 && (
        <Text size="small" className="px-4 py-3 sm:px-6">
          {t("approvals.left_out", { count: variants_left_out })}
        </Text>
      )}
    </Section>
  )
}
