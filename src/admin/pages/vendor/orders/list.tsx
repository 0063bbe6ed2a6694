import { type Column, DataList } from "../../../components/data-list"
import { Money } from "../../../components/money"
import { Page } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer, Query } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { type Texts, useText } from "../../../lib/text"

type Order = Answer<"GET /vendor/orders">["orders"][number]
type Asked = NonNullable<Query<"GET /vendor/orders">>

const STATUSES = [
  "pending",
  "confirmed",
  "shipped",
  "delivered",
  "partly_returned",
  "returned",
  "canceled",
] as const

export default function OrderList() {
  const texts = useText()
  const { t, named } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /vendor/orders",
    {
      query: {
        q: list.q || undefined,
        status: STATUSES.find((status) => status === list.filters.status),
        order: (list.order as Asked["order"]) ?? "-created_at",
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )

  return (
    <Page title={t("orders.title")}>
      <DataList
        label={t("orders.title")}
        query={query}
        rowsOf={({ orders, count, limit, has_more_than_count }) => ({
          rows: orders,
          count,
          limit,
          has_more: has_more_than_count,
        })}
        columns={columnsOf(texts)}
        list={list}
        href={({ id }) => `/vendor/orders/${id}`}
        search={t("orders.search")}
        filters={[
          {
            name: "status",
            label: t("orders.status"),
            choices: STATUSES.map((value) => ({ value, label: named("status.order", value) })),
          },
        ]}
        sorting={{
          first: "-created_at",
          choices: [
            { value: "-created_at", label: t("orders.by_date") },
            { value: "created_at", label: t("orders.by_date_up") },
            { value: "-total", label: t("orders.by_total") },
          ],
        }}
        empty={{ title: t("orders.none"), hint: t("orders.none_hint") }}
      />
    </Page>
  )
}

const columnsOf = ({ t, format }: Texts): Column<Order>[] => [
  { name: "number", label: t("orders.number"), cell: ({ display_number }) => `#${display_number}` },
  { name: "placed", label: t("orders.placed"), cell: ({ placed_at }) => format.moment(placed_at) },
  {
    name: "status",
    label: t("orders.status"),
    cell: ({ status }) => <StatusBadge of="order" status={status} />,
  },
  {
    name: "buyer",
    label: t("orders.buyer"),
    cell: ({ buyer }) => [buyer.name, buyer.city].filter(Boolean).join(", "),
  },
  {
    name: "items",
    label: t("orders.items"),
    cell: ({ item_count }) => t("orders.items_count", { count: item_count }),
    is_extra: true,
  },
  {
    name: "total",
    label: t("orders.total"),
    align: "right",
    cell: ({ total, currency_code }) => <Money amount={total} currency_code={currency_code} />,
  },
  {
    name: "net",
    label: t("orders.net"),
    align: "right",
    is_extra: true,
    cell: ({ net_total, currency_code }) => <Money amount={net_total} currency_code={currency_code} />,
  },
]
