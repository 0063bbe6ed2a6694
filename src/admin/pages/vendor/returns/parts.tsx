import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Facts, Section } from "../../../components/page"
import { BuyersWish } from "../../../components/return-parts"
import { useText } from "../../../lib/text"
import type { Return } from "./return"

export function ItemsSection({ found: { items, note, reason_code } }: { found: Return }) {
  const { t } = useText()

  return (
    <Section title={t("returns.items")} className="divide-y">
      {items.map((item) => (
        <ItemRow key={item.line_id} item={item} />
      ))}
      <BuyersWish reason={reason_code} note={note} />
    </Section>
  )
}

function ItemRow({ item }: { item: Return["items"][number] }) {
  const { t } = useText()
  const { quantity, received_quantity: received, damaged_quantity: damaged } = item
  const hints = [
    item.sku,
    item.reason,
    received > 0 && t("returns.quantity_back", { received, quantity }),
    damaged > 0 && t("returns.damaged", { count: damaged }),
    item.note,
  ].filter(Boolean)

  return (
    <div className="flex flex-col px-4 py-3 sm:px-6">
      <Text size="small" weight="plus" className="break-words">
        {quantity} × {item.title}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {hints.join(" · ")}
      </Text>
    </div>
  )
}

export function FactsSection({ found, order }: { found: Return; order: ReactNode }) {
  const { t, format } = useText()
  const facts: [string, ReactNode][] = [
    [t("returns.order"), order],
    [t("returns.asked"), format.moment(found.created_at)],
  ]
  const optional: [string, string | null][] = [
    [t("returns.answer"), found.decision_note],
    [t("returns.carrier"), found.carrier],
    [t("returns.tracking_number"), found.tracking_number],
    [t("returns.received_at"), found.received_at && format.moment(found.received_at)],
    [t("returns.canceled_at"), found.canceled_at && format.moment(found.canceled_at)],
  ]

  return (
    <Section title={t("returns.facts")}>
      <Facts facts={[...facts, ...optional.filter(([, value]) => value)]} />
    </Section>
  )
}
