import { Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import type { Product } from "./product"

/** Where the product stands, what comes next, and what staff last said. */
export function StandingSection({ product: { status, last_decision, variants } }: { product: Product }) {
  const { t, named, format } = useText()
  const isUnpriced = variants.some(({ prices }) => !prices?.length)

  return (
    <Section title={t("products.next")} className="flex flex-col gap-y-3 px-4 py-4 sm:px-6">
      <Text size="small">{named("products.next_step", status)}</Text>
      {!variants.length && <Text size="small">{t("products.no_variants_hint")}</Text>}
      {isUnpriced && <Text size="small">{t("products.no_price_hint")}</Text>}
      {last_decision && (
        <div className="rounded-md border bg-ui-bg-subtle p-3">
          <Text size="small" weight="plus">
            {named("products.decision", last_decision.decision)}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            <time dateTime={last_decision.decided_at}>{format.moment(last_decision.decided_at)}</time>
          </Text>
          {last_decision.reason && (
            <Text size="small" className="mt-1 whitespace-pre-line break-words">
              {last_decision.reason}
            </Text>
          )}
        </div>
      )}
    </Section>
  )
}
