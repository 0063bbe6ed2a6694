import { type Column, DataList } from "../../../components/data-list"
import { Page } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { type Texts, useText } from "../../../lib/text"

type Shop = Answer<"GET /admin/performance">["vendors"][number]

const STATES = ["warn", "limit"] as const

/** Shops that are close to a line, or over it, as they were when that was last worked out. */
export default function ShopsOverLine() {
  const texts = useText()
  const { t, named } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /admin/performance",
    {
      query: {
        state: STATES.find((state) => state === list.filters.state),
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )

  return (
    <Page title={t("nav.performance")} hint={t("scorecard.shops_hint")}>
      <DataList
        label={t("nav.performance")}
        query={query}
        rowsOf={({ vendors, count, limit }) => ({ rows: vendors, count, limit })}
        columns={columnsOf(texts)}
        list={list}
        href={({ id }) => `/marketplace/vendors/${id}/performance`}
        filters={[
          {
            name: "state",
            label: t("scorecard.state"),
            choices: STATES.map((value) => ({ value, label: named("status.performance", value) })),
          },
        ]}
        empty={{ title: t("scorecard.no_shops") }}
      />
    </Page>
  )
}

const columnsOf = ({ t, named, format }: Texts): Column<Shop>[] => [
  { name: "name", label: t("frame.shop"), cell: ({ name }) => name },
  {
    name: "state",
    label: t("scorecard.state"),
    cell: ({ state }) => <StatusBadge of="performance" status={state} />,
  },
  {
    name: "metrics",
    label: t("scorecard.over"),
    cell: ({ metrics }) =>
      metrics
        .filter(({ state }) => state === "warn" || state === "limit")
        .map(({ metric, value_bps }) =>
          value_bps === null
            ? named("scorecard.metrics", metric)
            : `${named("scorecard.metrics", metric)} ${format.percent(value_bps)}`
        )
        .join(", "),
  },
  {
    name: "computed",
    label: t("scorecard.computed"),
    cell: ({ computed_at }) => format.ago(computed_at),
    is_extra: true,
  },
]
