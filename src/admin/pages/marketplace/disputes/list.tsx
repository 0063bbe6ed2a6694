import { clx } from "@medusajs/ui"
import { DISPUTE_KINDS, DISPUTE_STATES } from "../../../../lib/dispute-states"
import { type Column, DataList } from "../../../components/data-list"
import { Money } from "../../../components/money"
import { Page } from "../../../components/page"
import { useShopNames } from "../../../components/shop-name"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { type Texts, useText } from "../../../lib/text"
import { clockOf } from "./dispute"

type Listed = Answer<"GET /admin/disputes">["disputes"][number]

export default function DisputeList() {
  const texts = useText()
  const { t, named } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /admin/disputes",
    {
      query: {
        state: DISPUTE_STATES.find((state) => state === list.filters.state),
        kind: DISPUTE_KINDS.find((kind) => kind === list.filters.kind),
        order: list.order ?? "-created_at",
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const shops = query.data?.disputes.flatMap(({ shares }) => shares.map(({ vendor_id }) => vendor_id))
  const shopName = useShopNames(shops ?? [])

  return (
    <Page title={t("nav.disputes")}>
      <DataList
        label={t("nav.disputes")}
        query={query}
        rowsOf={({ disputes, count, limit }) => ({ rows: disputes, count, limit })}
        columns={columnsOf(texts, shopName)}
        list={list}
        href={({ id }) => `/marketplace/disputes/${id}`}
        filters={[
          {
            name: "state",
            label: t("cases.status"),
            choices: DISPUTE_STATES.map((value) => ({ value, label: named("status.dispute", value) })),
          },
          {
            name: "kind",
            label: t("cases.kind"),
            choices: DISPUTE_KINDS.map((value) => ({ value, label: t(`cases.kind_names.${value}`) })),
          },
        ]}
        sorting={{
          first: "-created_at",
          choices: [
            { value: "-created_at", label: t("lists.newest") },
            { value: "due_at", label: t("cases.by_due") },
          ],
        }}
        empty={{ title: t("cases.none"), hint: t("cases.none_hint") }}
      />
    </Page>
  )
}

const columnsOf = (texts: Texts, shopName: (id: string) => string): Column<Listed>[] => {
  const { t, named } = texts

  return [
    { name: "why", label: t("cases.why"), cell: ({ reason }) => named("dispute_reasons", reason) },
    { name: "kind", label: t("cases.kind"), cell: ({ kind }) => t(`cases.kind_names.${kind}`) },
    {
      name: "status",
      label: t("cases.status"),
      cell: ({ state }) => <StatusBadge of="dispute" status={state} />,
    },
    { name: "act", label: t("cases.act_at"), cell: (dispute) => <Clock dispute={dispute} /> },
    {
      name: "shops",
      label: t("cases.shares"),
      cell: ({ shares }) => shares.map(({ vendor_id }) => shopName(vendor_id)).join(", "),
    },
    {
      name: "amount",
      label: t("cases.amount"),
      align: "right",
      cell: ({ amount, currency_code }) => <Money amount={amount} currency_code={currency_code} />,
    },
  ]
}

/** By when something has to be done, as long as it has to. */
export function Clock({ dispute }: { dispute: Pick<Listed, "state" | "act_at"> }) {
  const { t, format } = useText()
  const clock = clockOf(dispute, new Date())
  if (!clock) {
    return <>–</>
  }
  const { act_at, is_late } = clock

  return (
    <span className={clx(is_late && "text-ui-fg-error")} title={format.moment(act_at)}>
      {is_late
        ? t("cases.overdue", { when: format.ago(act_at) })
        : `${format.ago(act_at)} (${format.moment(act_at)})`}
    </span>
  )
}
