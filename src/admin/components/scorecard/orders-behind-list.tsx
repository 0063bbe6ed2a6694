import { Badge } from "@medusajs/ui"
import type { UseQueryResult } from "@tanstack/react-query"
import type { ApiError } from "../../lib/api/api-error"
import type { Answer } from "../../lib/api/client"
import { type ListState, PAGE_SIZE } from "../../lib/list-state"
import { type Texts, useText } from "../../lib/text"
import { type Column, DataList } from "../data-list"
import { StatusBadge } from "../status-badge"

type Order = Answer<"GET /vendor/performance/:metric/orders">["orders"][number]

const CAUSES = ["vendor", "courier", "buyer", "platform"] as const

/** What of the orders behind a figure the list asks for. */
export const behindQuery = ({ filters, offset }: ListState) => ({
  cause: CAUSES.find((cause) => cause === filters.cause),
  limit: PAGE_SIZE,
  offset,
})

type Props<Row extends Order> = {
  label: string
  query: UseQueryResult<{ orders: Row[]; count: number; limit: number }, ApiError>
  list: ListState
  href: (order: Row) => string
}

/** The orders that a figure was counted from, with who caused what. */
export function OrdersBehindList<Row extends Order>({ label, query, list, href }: Props<Row>) {
  const texts = useText()
  const { t, named } = texts

  return (
    <DataList
      label={label}
      query={query}
      rowsOf={({ orders, count, limit }) => ({ rows: orders, count, limit })}
      columns={columnsOf(texts)}
      list={list}
      href={href}
      filters={[
        {
          name: "cause",
          label: t("scorecard.cause"),
          choices: CAUSES.map((value) => ({ value, label: named("scorecard.causes", value) })),
        },
      ]}
      empty={{ title: t("scorecard.no_orders") }}
    />
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

/** Disputes have reasons of their own, also those of banks. */
const REASONS: Record<string, string> = { case: "dispute_reasons", chargeback: "dispute_reasons" }

/** `return:damaged` is what happened and why; the rest is one word. */
function factOf(fact: string, named: Texts["named"]): string {
  const [what = "", why] = fact.split(":")

  return [named("scorecard.facts", what), why && named(REASONS[what] ?? "reasons", why)]
    .filter(Boolean)
    .join(": ")
}
