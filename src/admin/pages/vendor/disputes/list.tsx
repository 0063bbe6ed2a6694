import { DISPUTE_KINDS, DISPUTE_STATES } from "../../../../lib/dispute-states"
import { type Column, DataList } from "../../../components/data-list"
import { Due } from "../../../components/deadline"
import { Page } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer, Query } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { type Texts, useText } from "../../../lib/text"
import { Shares } from "./shares"

type Row = Answer<"GET /vendor/disputes">["disputes"][number]
type Asked = NonNullable<Query<"GET /vendor/disputes">>

export default function DisputeList() {
  const texts = useText()
  const { t, named } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /vendor/disputes",
    {
      query: {
        state: DISPUTE_STATES.find((state) => state === list.filters.state),
        kind: DISPUTE_KINDS.find((kind) => kind === list.filters.kind),
        order: (list.order as Asked["order"]) ?? "-created_at",
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )

  return (
    <Page title={t("disputes.title")} hint={t("disputes.about")}>
      <DataList
        label={t("disputes.title")}
        query={query}
        rowsOf={({ disputes, count, limit }) => ({ rows: disputes, count, limit })}
        columns={columnsOf(texts)}
        list={list}
        href={({ id }) => `/vendor/disputes/${id}`}
        filters={[
          {
            name: "state",
            label: t("disputes.state"),
            choices: DISPUTE_STATES.map((value) => ({ value, label: named("status.shop_dispute", value) })),
          },
          {
            name: "kind",
            label: t("disputes.kind"),
            choices: DISPUTE_KINDS.map((value) => ({ value, label: t(`disputes.kinds.${value}`) })),
          },
        ]}
        sorting={{
          first: "-created_at",
          choices: [
            { value: "-created_at", label: t("disputes.by_date") },
            { value: "due_at", label: t("disputes.by_due") },
          ],
        }}
        empty={{ title: t("disputes.none"), hint: t("disputes.none_hint") }}
      />
    </Page>
  )
}

const columnsOf = ({ t, named, format }: Texts): Column<Row>[] => [
  { name: "reason", label: t("disputes.case"), cell: ({ reason }) => named("dispute_reasons", reason) },
  { name: "kind", label: t("disputes.kind"), cell: ({ kind }) => t(`disputes.kinds.${kind}`) },
  {
    name: "state",
    label: t("disputes.state"),
    cell: ({ state }) => <StatusBadge of="shop_dispute" status={state} />,
  },
  {
    name: "due",
    label: t("disputes.due"),
    cell: ({ state, due_at }) => (state === "open" ? <Due due_at={due_at} /> : "–"),
  },
  {
    name: "opened",
    label: t("disputes.opened"),
    cell: ({ created_at }) => format.date(created_at),
    is_extra: true,
  },
  {
    name: "share",
    label: t("disputes.share"),
    align: "right",
    cell: (dispute) => <Shares dispute={dispute} />,
  },
]
