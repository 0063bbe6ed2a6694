import { type Column, DataList } from "../../../components/data-list"
import { Due } from "../../../components/deadline"
import { Page } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import type { Query } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { type Texts, useText } from "../../../lib/text"
import { type Return, stageOf } from "./return"

type Asked = NonNullable<Query<"GET /vendor/returns">>

const STATUSES = ["requested", "received", "partially_received", "canceled"] as const

/** Also those of one order, whose id then stands in the address. */
export default function ReturnList() {
  const texts = useText()
  const { t } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /vendor/returns",
    {
      query: {
        order_id: list.filters.order_id,
        status: STATUSES.find((status) => status === list.filters.status),
        order: (list.order as Asked["order"]) ?? "-created_at",
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )

  return (
    <Page title={t("returns.title")}>
      <DataList
        label={t("returns.title")}
        query={query}
        rowsOf={({ returns, count, limit }) => ({ rows: returns, count, limit })}
        columns={columnsOf(texts)}
        list={list}
        href={({ id }) => `/vendor/returns/${id}`}
        filters={[
          {
            name: "status",
            label: t("returns.status"),
            choices: STATUSES.map((value) => ({ value, label: t(`returns.choices.${value}`) })),
          },
        ]}
        sorting={{
          first: "-created_at",
          choices: [
            { value: "-created_at", label: t("returns.by_date") },
            { value: "created_at", label: t("returns.by_date_up") },
          ],
        }}
        empty={{ title: t("returns.none"), hint: t("returns.none_hint") }}
      />
    </Page>
  )
}

const columnsOf = ({ t, named, format }: Texts): Column<Return>[] => [
  { name: "number", label: t("returns.number"), cell: ({ display_id }) => `#${display_id}` },
  { name: "order", label: t("returns.order"), cell: ({ vendor_order_number }) => `#${vendor_order_number}` },
  {
    name: "status",
    label: t("returns.status"),
    cell: (found) => <StatusBadge of="shop_return" status={stageOf(found)} />,
  },
  { name: "due", label: t("returns.due"), cell: ({ due_at }) => (due_at ? <Due due_at={due_at} /> : "–") },
  {
    name: "asked",
    label: t("returns.asked"),
    cell: ({ created_at }) => format.date(created_at),
    is_extra: true,
  },
  {
    name: "reason",
    label: t("returns.reason"),
    cell: ({ reason_code }) => (reason_code ? named("reasons", reason_code) : "–"),
  },
  {
    name: "items",
    label: t("returns.items"),
    cell: ({ items }) => items.map(({ quantity, title }) => `${quantity} × ${title}`).join(", "),
  },
]
