import { ActionButton } from "../../../components/action-button"
import { type Column, DataList } from "../../../components/data-list"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer } from "../../../lib/api/client"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayAsStaff } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"

type Event = Answer<"GET /admin/webhook-events">["webhook_events"][number]

const STATES = ["received", "processing", "processed", "failed", "dead"] as const

/** What gateways have told us, and what became of it. */
export function InboxSection() {
  const texts = useText()
  const { t, named } = texts
  const may = useMayAsStaff()
  const list = useListState()
  const query = useAnswer(
    "GET /admin/webhook-events",
    {
      query: {
        state: STATES.find((state) => state === list.filters.state),
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const columns = columnsOf(texts)

  return (
    <DataList
      label={t("operations.messages")}
      title={t("operations.messages")}
      query={query}
      rowsOf={({ webhook_events, count, limit }) => ({ rows: webhook_events, count, limit })}
      columns={
        may("ledger:write")
          ? [
              ...columns,
              {
                name: "actions",
                label: "",
                align: "right",
                cell: (event) => RETRIED.includes(event.state) && <Retry id={event.id} />,
              },
            ]
          : columns
      }
      list={list}
      filters={[
        {
          name: "state",
          label: t("operations.state"),
          choices: STATES.map((value) => ({ value, label: named("status.webhook", value) })),
        },
      ]}
      empty={{ title: t("operations.no_messages") }}
    />
  )
}

const RETRIED: Event["state"][] = ["failed", "dead"]

function Retry({ id }: { id: string }) {
  const { t } = useText()
  const retry = useAction("POST /admin/webhook-events/:id/retry", [
    "/admin/webhook-events",
    "/admin/operations",
  ])

  return (
    <ActionButton run={() => retry.mutateAsync({ params: { id }, body: {} })} done={t("operations.retried")}>
      {t("states.retry")}
    </ActionButton>
  )
}

const columnsOf = ({ t, named, format }: Texts): Column<Event>[] => [
  { name: "type", label: t("operations.message"), cell: ({ type }) => type },
  {
    name: "state",
    label: t("operations.state"),
    cell: ({ state }) => <StatusBadge of="webhook" status={state} />,
  },
  { name: "gateway", label: t("finance.gateway"), cell: ({ gateway }) => gateway },
  {
    name: "received",
    label: t("operations.received"),
    cell: ({ received_at }) => format.moment(received_at),
  },
  {
    name: "reference",
    label: t("finance.reference"),
    is_extra: true,
    cell: ({ reference }) => <span className="break-all">{reference ?? "–"}</span>,
  },
  {
    name: "outcome",
    label: t("operations.outcome"),
    cell: ({ outcome, last_error }) => last_error ?? (outcome ? named("operations.outcomes", outcome) : "–"),
  },
]
