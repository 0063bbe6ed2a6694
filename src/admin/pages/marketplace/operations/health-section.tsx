import { Badge, Text } from "@medusajs/ui"
import { Loaded } from "../../../components/loaded"
import { Facts, Section } from "../../../components/page"
import type { Answer } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"

type State = Answer<"GET /admin/operations">["operations"]

const REFRESH_MS = 60_000

export function HealthSection() {
  const query = useAnswer("GET /admin/operations", {}, { refetch_ms: REFRESH_MS })

  return (
    <Loaded query={query}>
      {({ operations }) => (
        <>
          <Waiting state={operations} />
          <Jobs jobs={operations.jobs} />
        </>
      )}
    </Loaded>
  )
}

/** What waits to be done, and since when. */
function Waiting({ state }: { state: State }) {
  const { t, format } = useText()
  const line = (count: number, oldest_at: string | null) =>
    oldest_at
      ? t("operations.count_since", { count, number: format.number(count), when: format.ago(oldest_at) })
      : format.number(count)
  const { webhook_inbox: inbox, outgoing_events: events, gateway_refunds: refunds } = state

  return (
    <Section
      title={t("operations.waiting")}
      hint={t("operations.checked", { when: format.moment(state.checked_at) })}
    >
      <Facts
        facts={[
          [t("operations.inbox"), line(inbox.waiting, inbox.oldest_waiting_at)],
          [t("operations.inbox_failed"), format.number(inbox.failed)],
          [t("operations.inbox_given_up"), format.number(inbox.given_up)],
          [t("operations.events"), line(events.waiting, events.oldest_at)],
          [t("operations.checkouts"), line(state.checkouts.count, state.checkouts.oldest_at)],
          [t("operations.cancellations"), line(state.cancellations.count, state.cancellations.oldest_at)],
          [
            t("operations.refused_cancellations"),
            line(state.refused_cancellations.count, state.refused_cancellations.oldest_at),
          ],
          [
            t("operations.refund_requests"),
            line(state.refund_requests.count, state.refund_requests.oldest_at),
          ],
          [t("operations.refunds_under_way"), line(refunds.under_way, refunds.oldest_at)],
          [t("operations.refunds_stuck"), format.number(refunds.needs_person + refunds.needs_account)],
          [t("operations.differences"), format.number(state.reconciliation.open_lines)],
        ]}
      />
    </Section>
  )
}

function Jobs({ jobs }: { jobs: State["jobs"] }) {
  const { t, named, format } = useText()

  return (
    <Section title={t("operations.jobs")} className="divide-y">
      <ul className="divide-y">
        {jobs.map(({ name, is_late, last_error, succeeded_at }) => (
          <li key={name} className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
            <div className="min-w-0">
              <Text size="small" weight="plus">
                {named("operations.job_names", name.replaceAll("-", "_"))}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {succeeded_at
                  ? t("operations.done", { when: format.ago(succeeded_at) })
                  : t("operations.never")}
              </Text>
              {last_error && (
                <Text size="small" className="break-words text-ui-fg-error">
                  {last_error}
                </Text>
              )}
            </div>
            <Badge size="2xsmall" color={is_late ? "red" : "green"}>
              {t(is_late ? "operations.late" : "operations.on_time")}
            </Badge>
          </li>
        ))}
      </ul>
    </Section>
  )
}
