import { Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import { useText } from "../../../lib/text"
import type { Shop } from "./shop"

export function HistorySection({ shop }: { shop: Shop }) {
  const { t, format } = useText()

  return (
    <Section title={t("orders.history")} className="divide-y">
      <ol className="divide-y">
        {shop.history.toReversed().map(({ id, to_status, reason, actor, created_at }) => (
          <li key={id} className="flex flex-col gap-y-1 px-4 py-3 sm:px-6">
            <div className="flex flex-wrap items-center gap-2">
              <StatusBadge of="shop" status={to_status} />
              <Text size="small" className="text-ui-fg-subtle">
                {format.moment(created_at)} · {actorOf(actor, shop)}
              </Text>
            </div>
            {reason && <Text size="small">{reason}</Text>}
          </li>
        ))}
      </ol>
    </Section>
  )

  function actorOf(actor: string, { members }: Shop): string {
    const member = members.find(({ user_id }) => user_id === actor)

    return member?.user?.email ?? (actor.startsWith("user_") ? t("shops.by_staff") : actor)
  }
}
