import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../../components/action-button"
import { type Column, DataList } from "../../../components/data-list"
import { ReasonDrawer } from "../../../components/reason-drawer"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer } from "../../../lib/api/client"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayAsStaff } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { FinancePage } from "./finance-page"
import { RunsSection } from "./runs-section"

type Line = Answer<"GET /admin/reconciliation/lines">["lines"][number]

const STATES = ["open", "repaired", "done"] as const
const AREAS = ["payments", "refunds", "transfers", "settlements", "balances", "books"] as const

/** Where the books and the gateways tell different things. */
export default function Reconciliation() {
  const texts = useText()
  const { t } = texts
  const may = useMayAsStaff()
  const list = useListState()
  const [chosen, setChosen] = useState<Line | null>(null)
  const run = useAction("POST /admin/reconciliation/run", ["/admin/reconciliation", "/admin/operations"])
  const done = useAction("POST /admin/reconciliation/lines/:id/done", ["/admin/reconciliation"])
  const query = useAnswer(
    "GET /admin/reconciliation/lines",
    {
      query: {
        state: STATES.find((state) => state === list.filters.state),
        area: AREAS.find((area) => area === list.filters.area),
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const columns = columnsOf(texts)

  return (
    <FinancePage
      name="reconciliation"
      actions={
        may("ledger:write") && (
          <ActionButton
            run={() => run.mutateAsync({ body: {} })}
            done={t("finance.run_started")}
            confirm={{ title: t("finance.run_now"), hint: t("finance.run_hint") }}
          >
            {t("finance.run_now")}
          </ActionButton>
        )
      }
    >
      <DataList
        label={t("finance.differences")}
        title={t("finance.differences")}
        query={query}
        rowsOf={({ lines, count, limit }) => ({ rows: lines, count, limit })}
        columns={may("ledger:write") ? [...columns, actionsOf(texts, setChosen)] : columns}
        list={list}
        filters={filtersOf(texts)}
        empty={{ title: t("finance.no_differences") }}
      />
      <RunsSection />
      {chosen && (
        <ReasonDrawer
          title={t("finance.done_title")}
          hint={chosen.probable_cause}
          label={t("finance.note")}
          verb={t("finance.done")}
          run={(note) => done.mutateAsync({ params: { id: chosen.id }, body: { note } })}
          onClose={() => setChosen(null)}
        />
      )}
    </FinancePage>
  )
}

const filtersOf = ({ t, named }: Texts) => [
  {
    name: "state",
    label: t("finance.status"),
    choices: STATES.map((value) => ({ value, label: named("status.difference", value) })),
  },
  {
    name: "area",
    label: t("finance.area"),
    choices: AREAS.map((value) => ({ value, label: t(`finance.areas.${value}`) })),
  },
]

const columnsOf = ({ t, named, format }: Texts): Column<Line>[] => {
  const amount = (text: string | null, currency_code: string | null) =>
    text && currency_code ? format.money(text, currency_code) : (text ?? "–")

  return [
    {
      name: "cause",
      label: t("finance.cause"),
      cell: ({ cause, probable_cause }) => (
        <span className="block min-w-48 whitespace-normal">
          {named("ledger.causes", cause)}
          <Text as="span" size="small" className="block font-normal text-ui-fg-subtle">
            {probable_cause}
          </Text>
        </span>
      ),
    },
    {
      name: "status",
      label: t("finance.status"),
      cell: ({ state }) => <StatusBadge of="difference" status={state} />,
    },
    { name: "gateway", label: t("finance.gateway"), cell: ({ gateway }) => gateway ?? "–" },
    {
      name: "reference",
      label: t("finance.reference"),
      is_extra: true,
      cell: ({ reference }) => <span className="break-all">{reference ?? "–"}</span>,
    },
    {
      name: "expected",
      label: t("finance.expected"),
      align: "right",
      cell: ({ expected, currency_code }) => amount(expected, currency_code),
    },
    {
      name: "found",
      label: t("finance.found"),
      align: "right",
      cell: ({ found, currency_code }) => amount(found, currency_code),
    },
  ]
}

const actionsOf = ({ t }: Texts, onChoose: (line: Line) => void): Column<Line> => ({
  name: "actions",
  label: "",
  align: "right",
  cell: (line) =>
    line.state === "open" && (
      <Button size="small" variant="secondary" onClick={() => onChoose(line)}>
        {t("finance.done")}
      </Button>
    ),
})
