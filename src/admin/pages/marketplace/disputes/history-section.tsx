import { Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import { useText } from "../../../lib/text"
import type { Dispute } from "./dispute"

export function HistorySection({ dispute: { history } }: { dispute: Dispute }) {
  const { t, named, format } = useText()

  return (
    <Section title={t("cases.history")} className="divide-y">
      <ol className="divide-y">
        {history.toReversed().map(({ to_state, created_at, reason }) => (
          <li key={`${to_state} ${created_at}`} className="flex flex-col gap-y-1 px-4 py-3 sm:px-6">
            <div className="flex flex-wrap items-center gap-2">
              <StatusBadge of="dispute" status={to_state} />
              <Text size="small" className="text-ui-fg-subtle">
                {format.moment(created_at)}
              </Text>
            </div>
            {reason && <Text size="small">{named("dispute_reasons", reason)}</Text>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
