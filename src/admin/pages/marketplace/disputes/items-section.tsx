import { Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import type { Dispute } from "./dispute"

export function ItemsSection({ dispute: { items } }: { dispute: Dispute }) {
  const { t } = useText()

  return (
    <Section title={t("cases.items")}>
      {!items.length && <Text size="small">{t("cases.no_items")}</Text>}
      <ul className="txt-small flex flex-col gap-y-1">
        {items.map(({ line_id, title }) => (
          <li key={line_id}>{title}</li>
        ))}
      </ul>
    </Section>
  )
}
