import { Badge } from "@medusajs/ui"
import { useParams } from "react-router-dom"
import { type Column, DataList } from "../../../components/data-list"
import { Page } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { type Texts, useText } from "../../../lib/text"

type Order = Answer<"GET /vendor/performance/:metric/orders">["orders"][number]

const CAUSES = ["vendor", "courier", "buyer", "platform"] as const

/** The orders that a figure was counted from, with who caused what. */
export default function OrdersBehind() {
  const { metric = "" } = useParams()
  const texts = useText()
  const { t, named } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /vendor/performance/:metric/orders",
    {
      params: { metric },
      query: {
        cause: CAUSES.find((cause) => cause === list.filters.cause),
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const title = named("scorecard.metrics", metric)

  return (
    <Page title={title} hint={named("scorecard.explained", metric)} back="/vendor/performance">
      <DataList
        label={title}
        query={query}
        rowsOf={({ orders, count, limit }) => ({ rows: orders, count, limit })}
        columns={columnsOf(texts)}
        list={list}
        href={({ id }) => `/vendor/orders/${id}`}
        filters={[
          {
            name: "cause",
            label: t("scorecard.cause"),
            choices: CAUSES.map((value) => ({ value, label: named("scorecard.causes", value) })),
          },
        ]}
        empty={{ title: t("scorecard.no_orders") }}
      />
    </Page>
  )
}

const columnsOf = ({ t, named, format }: Texts): Column<Order>[] => [
  { name: "number", label: t("orders.number"), cell: ({ display_number }) => `#${display_number}` },
  { name: "placed", label: t("orders.placed"), cell: ({ placed_at }) => format.moment(placed_at) },
  {
    name: "status",
    label: t("orders.status"),
    cell: ({ status }) => <StatusBadge of="order" status={status} />,
    is_extra: true,
  },
  { name: "fact", label: t("scorecard.fact"), cell: ({ fact }) => factOf(fact, named) },
  { name: "cause", label: t("scorecard.cause"), cell: ({ cause }) => named("scorecard.causes", cause) },
  {
    name: "counted",
    label: t("scorecard.counts"),
    cell: ({ is_counted }) => (
      <Badge size="2xsmall" color={is_counted ? "orange" : "grey"}>
        {t(is_counted ? "scorecard.counts_yes" : "scorecard.counts_no")}
      </Badge>
    ),
  },
]

/** `return:damaged` is what happened and why; the rest is one word. */
function factOf(fact: string, named: Texts["named"]): string {
  const [what = "", why] = fact.split(":")

  return [named("scorecard.facts", what), why && named("reasons", why)].filter(Boolean).join(": ")
}
