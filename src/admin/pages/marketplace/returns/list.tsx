import { type Column, DataList } from "../../../components/data-list"
import { Page } from "../../../components/page"
import { useShopNames } from "../../../components/shop-name"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { type Texts, useText } from "../../../lib/text"
import { type Return, STATES } from "./return"

/** Returns of all shops; also those of one order, whose id then stands in the address. */
export default function ReturnList() {
  const texts = useText()
  const { t, named } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /admin/vendor-returns",
    {
      query: {
        state: STATES.find((state) => state === list.filters.state),
        order_id: list.filters.order_id,
        order: list.order === "created_at" ? list.order : "-created_at",
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const shopName = useShopNames(query.data?.returns.map(({ vendor_id }) => vendor_id) ?? [])

  return (
    <Page title={t("nav.returns")}>
      <DataList
        label={t("nav.returns")}
        query={query}
        rowsOf={({ returns, count, limit }) => ({ rows: returns, count, limit })}
        columns={columnsOf(texts, shopName)}
        list={list}
        href={({ id }) => `/marketplace/returns/${id}`}
        filters={[
          {
            name: "state",
            label: t("return_cases.status"),
            choices: STATES.map((value) => ({ value, label: named("status.return_case", value) })),
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

const columnsOf = ({ t, named, format }: Texts, shopName: (id: string) => string): Column<Return>[] => [
  {
    name: "order",
    label: t("return_cases.order"),
    cell: ({ vendor_order_number }) => `#${vendor_order_number}`,
  },
  { name: "shop", label: t("return_cases.shop"), cell: ({ vendor_id }) => shopName(vendor_id) },
  {
    name: "status",
    label: t("return_cases.status"),
    cell: ({ state }) => <StatusBadge of="return_case" status={state} />,
  },
  { name: "since", label: t("return_cases.since"), cell: ({ moved_at }) => format.moment(moved_at) },
  {
    name: "asked",
    label: t("returns.asked"),
    cell: ({ created_at }) => format.date(created_at),
    is_extra: true,
  },
  { name: "reason", label: t("returns.reason"), cell: ({ reason }) => named("reasons", reason) },
  {
    name: "items",
    label: t("returns.items"),
    cell: ({ items }) => items.map(({ quantity, title }) => `${quantity} × ${title}`).join(", "),
  },
]
