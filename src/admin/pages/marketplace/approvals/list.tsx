import { Badge } from "@medusajs/ui"
import { type Column, DataList } from "../../../components/data-list"
import { Page } from "../../../components/page"
import type { Answer } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { type Texts, useText } from "../../../lib/text"

type Waiting = Answer<"GET /admin/product-approvals">["products"][number]

/** Products that wait for staff, those that wait longest first. */
export default function ApprovalList() {
  const texts = useText()
  const { t } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /admin/product-approvals",
    { query: { q: list.q || undefined, limit: PAGE_SIZE, offset: list.offset } },
    { keeps_last: true }
  )

  return (
    <Page title={t("nav.approvals")}>
      <DataList
        label={t("nav.approvals")}
        query={query}
        rowsOf={({ products, count, limit }) => ({ rows: products, count, limit })}
        columns={columnsOf(texts)}
        list={list}
        href={({ id }) => `/marketplace/approvals/${id}`}
        search={t("approvals.search")}
        empty={{ title: t("approvals.none"), hint: t("approvals.none_hint") }}
      />
    </Page>
  )
}

const columnsOf = ({ t, format }: Texts): Column<Waiting>[] => [
  {
    name: "product",
    label: t("approvals.product"),
    cell: ({ title, is_new }) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        {title}
        <Badge size="2xsmall" color={is_new ? "blue" : "grey"}>
          {t(is_new ? "approvals.is_new" : "approvals.is_changed")}
        </Badge>
      </span>
    ),
  },
  {
    name: "shop",
    label: t("approvals.shop"),
    cell: ({ vendor }) => vendor.name,
  },
  {
    name: "variants",
    label: t("approvals.variants"),
    is_extra: true,
    cell: ({ variant_count }) => format.number(variant_count),
  },
  { name: "since", label: t("approvals.since"), cell: ({ waiting_since }) => format.ago(waiting_since) },
  {
    name: "before",
    label: t("approvals.last_decision"),
    is_extra: true,
    cell: ({ last_decision: last }) =>
      last
        ? [t(`approvals.${last.decision}`, { when: format.date(last.decided_at) }), last.reason]
            .filter(Boolean)
            .join(": ")
        : "–",
  },
]
