import { type Column, DataList } from "../../../components/data-list"
import { Page } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer, Query } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { type Texts, useText } from "../../../lib/text"

type Shop = Answer<"GET /admin/vendors">["vendors"][number]
type Asked = NonNullable<Query<"GET /admin/vendors">>

const STATUSES = ["pending", "approved", "suspended", "rejected", "closed"] as const

export default function ShopList() {
  const texts = useText()
  const { t, named } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /admin/vendors",
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
    <Page title={t("nav.vendors")}>
      <DataList
        label={t("nav.vendors")}
        query={query}
        rowsOf={({ vendors, count, limit }) => ({
          rows: list.order ? vendors : pendingFirst(vendors),
          count,
          limit,
        })}
        columns={columnsOf(texts)}
        list={list}
        href={({ id }) => `/marketplace/vendors/${id}`}
        search={t("shops.search")}
        filters={[
          {
            name: "status",
            label: t("shops.status"),
            choices: STATUSES.map((value) => ({ value, label: named("status.shop", value) })),
          },
        ]}
        sorting={{
          first: "-created_at",
          choices: [
            { value: "-created_at", label: t("lists.newest") },
            { value: "created_at", label: t("lists.oldest") },
            { value: "name", label: t("shops.by_name") },
          ],
        }}
        empty={{ title: t("shops.none"), hint: t("shops.none_hint") }}
      />
    </Page>
  )
}

/** Within the page, and as long as nobody has asked for an order: what waits for staff stands at its top. */
const pendingFirst = (shops: Shop[]): Shop[] => [
  ...shops.filter(({ status }) => status === "pending"),
  ...shops.filter(({ status }) => status !== "pending"),
]

const columnsOf = ({ t, format }: Texts): Column<Shop>[] => [
  { name: "name", label: t("shops.name"), cell: ({ name }) => name },
  {
    name: "status",
    label: t("shops.status"),
    cell: ({ status }) => <StatusBadge of="shop" status={status} />,
  },
  { name: "city", label: t("shops.city"), cell: ({ city, country_code }) => placeOf(city, country_code) },
  { name: "email", label: t("shops.email"), is_extra: true, cell: ({ contact_email }) => contact_email },
  { name: "since", label: t("shops.applied"), cell: ({ created_at }) => format.date(created_at) },
]

const placeOf = (city: string | null, country: string | null): string =>
  [city, country?.toUpperCase()].filter(Boolean).join(", ") || "–"
