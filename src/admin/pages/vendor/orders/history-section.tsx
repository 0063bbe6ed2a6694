import { Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import type { Order } from "./order"
import { toldReason } from "./told-reason"

export function HistorySection({ order }: { order: Order }) {
  const texts = useText()
  const { t, named, format } = texts

  return (
    <Section title={t("orders.history")}>
      <ol className="flex flex-col gap-y-2">
        {order.history.map(({ to_status, created_at, reason }) => (
          <li key={`${to_status} ${created_at}`} className="flex flex-wrap items-baseline gap-x-3">
            <Text size="small" weight="plus">
              {named("status.order", to_status)}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              <time dateTime={created_at}>{format.moment(created_at)}</time>
            </Text>
            {reason && (
              <Text size="small" className="w-full text-ui-fg-subtle">
                {toldReason(reason, texts)}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
