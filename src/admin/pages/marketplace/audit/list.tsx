import { type Column, DataList } from "../../../components/data-list"
import { Page } from "../../../components/page"
import { useShopNames } from "../../../components/shop-name"
import type { Answer } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { type Texts, useText } from "../../../lib/text"

type Entry = Answer<"GET /admin/audit">["entries"][number]

const RECORDS = [
  "vendors",
  "payouts",
  "disputes",
  "commission-rules",
  "settings",
  "products",
  "refunds",
  "staff",
  "impersonations",
] as const

/** Who has done what. */
export default function AuditLog() {
  const texts = useText()
  const { t } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /admin/audit",
    {
      query: {
        record_type: list.filters.record_type,
        // The box holds one id: a shop's, a person's, or that of a record.
        ...idFilter(list.q),
        order: list.order === "created_at" ? "created_at" : "-created_at",
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const shopName = useShopNames(query.data?.entries.flatMap(({ vendor_id }) => vendor_id ?? []) ?? [])

  return (
    <Page title={t("nav.audit")} hint={t("audit.hint")}>
      <DataList
        label={t("nav.audit")}
        query={query}
        rowsOf={({ entries, count, limit }) => ({ rows: entries, count, limit })}
        columns={columnsOf(texts, shopName)}
        list={list}
        search={t("audit.search")}
        filters={[
          {
            name: "record_type",
            label: t("audit.record"),
            choices: RECORDS.map((value) => ({
              value,
              label: t(`audit.records.${value}`),
            })),
          },
        ]}
        sorting={{
          first: "-created_at",
          choices: [
            { value: "-created_at", label: t("lists.newest") },
            { value: "created_at", label: t("lists.oldest") },
          ],
        }}
        empty={{ title: t("audit.none") }}
      />
    </Page>
  )
}

function idFilter(id: string) {
  if (!id) {
    return {}
  }
  if (id.startsWith("vend_")) {
    return { vendor_id: id }
  }

  return id.startsWith("user_") ? { actor_id: id } : { record_id: id }
}

const columnsOf = ({ t, format }: Texts, shopName: (id: string) => string): Column<Entry>[] => [
  { name: "when", label: t("audit.when"), cell: ({ created_at }) => format.moment(created_at) },
  {
    name: "action",
    label: t("audit.action"),
    cell: ({ action, record_id }) => (
      <span className="block min-w-40 whitespace-normal break-words">
        {action}
        {record_id && <span className="block break-all text-ui-fg-subtle">{record_id}</span>}
      </span>
    ),
  },
  {
    name: "who",
    label: t("audit.who"),
    cell: ({ actor_id, impersonator_user_id }) => (
      <span className="break-all">
        {actor_id}
        {impersonator_user_id && (
          <span className="block text-ui-fg-subtle">
            {t("audit.acted_by", { who: impersonator_user_id })}
          </span>
        )}
      </span>
    ),
  },
  {
    name: "shop",
    label: t("audit.shop"),
    cell: ({ vendor_id }) => (vendor_id ? shopName(vendor_id) : "–"),
  },
  {
    name: "answer",
    label: t("audit.answer"),
    is_extra: true,
    cell: ({ http_status }) => http_status ?? "–",
  },
  { name: "reason", label: t("forms.reason"), is_extra: true, cell: ({ reason }) => reason ?? "–" },
]
