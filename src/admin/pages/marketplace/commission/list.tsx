import { Button } from "@medusajs/ui"
import { useState } from "react"
import { type Column, DataList } from "../../../components/data-list"
import { Page } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayAsStaff } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { useConditionNames } from "./condition-names"
import { EndDrawer } from "./end-drawer"
import { CONDITIONS, explain, type Rule } from "./rule"
import { RuleDrawer } from "./rule-drawer"

const STATUSES = ["in_force", "ended"] as const

type Open = { form: "rule"; rule: Rule | null } | { form: "end"; rule: Rule }

export default function CommissionRules() {
  const texts = useText()
  const { t, named } = texts
  const may = useMayAsStaff()
  const list = useListState()
  const [open, setOpen] = useState<Open | null>(null)
  const query = useAnswer(
    "GET /admin/commission-rules",
    {
      query: {
        q: list.q || undefined,
        status: STATUSES.find((status) => status === list.filters.status),
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const nameOf = useConditionNames(query.data?.commission_rules ?? [])

  return (
    <Page
      title={t("commission.title")}
      hint={t("commission.hint")}
      actions={
        may("commission:write") && (
          <Button size="small" onClick={() => setOpen({ form: "rule", rule: null })}>
            {t("commission.new")}
          </Button>
        )
      }
    >
      <DataList
        label={t("commission.title")}
        query={query}
        rowsOf={({ commission_rules, count, limit }) => ({ rows: commission_rules, count, limit })}
        columns={[
          ...columnsOf(texts, nameOf),
          ...(may("commission:write") ? [actionsOf(texts, setOpen)] : []),
        ]}
        list={list}
        search={t("commission.search")}
        filters={[
          {
            name: "status",
            label: t("commission.status"),
            choices: STATUSES.map((value) => ({ value, label: named("status.commission", value) })),
          },
        ]}
        empty={{ title: t("commission.none"), hint: t("commission.none_hint") }}
      />
      {open?.form === "rule" && <RuleDrawer rule={open.rule} onClose={() => setOpen(null)} />}
      {open?.form === "end" && <EndDrawer rule={open.rule} onClose={() => setOpen(null)} />}
    </Page>
  )
}

const columnsOf = (texts: Texts, nameOf: (id: string) => string): Column<Rule>[] => [
  {
    name: "priority",
    label: texts.t("commission.priority"),
    cell: ({ priority }) => texts.format.number(priority),
  },
  { name: "name", label: texts.t("commission.rule"), cell: ({ name }) => name },
  { name: "fits", label: texts.t("commission.fits"), cell: (rule) => fitsOf(rule, texts, nameOf) },
  { name: "charge", label: texts.t("commission.charge"), cell: (rule) => explain(rule, texts) },
  { name: "when", label: texts.t("commission.when"), is_extra: true, cell: (rule) => timeOf(rule, texts) },
  {
    name: "status",
    label: texts.t("commission.status"),
    cell: ({ ended_at }) => <StatusBadge of="commission" status={ended_at ? "ended" : "in_force"} />,
  },
]

const actionsOf = ({ t }: Texts, setOpen: (open: Open) => void): Column<Rule> => ({
  name: "actions",
  label: "",
  align: "right",
  cell: (rule) =>
    rule.ended_at === null && (
      <span className="flex flex-wrap justify-end gap-2">
        {rule.is_understood && (
          <Button size="small" variant="secondary" onClick={() => setOpen({ form: "rule", rule })}>
            {t("actions.edit")}
          </Button>
        )}
        <Button size="small" variant="secondary" onClick={() => setOpen({ form: "end", rule })}>
          {t("commission.end")}
        </Button>
      </span>
    ),
})

function fitsOf({ conditions }: Rule, { t }: Texts, nameOf: (id: string) => string): string {
  const parts = CONDITIONS.flatMap((name) => {
    const value = conditions[name]

    return value ? [`${t(`commission.${name}`)}: ${nameOf(value)}`] : []
  })

  return parts.join(", ") || t("commission.fits_all")
}

function timeOf({ starts_at, ends_at, ended_at }: Rule, { t, format }: Texts): string {
  if (ended_at) {
    return t("commission.ended_on", { when: format.date(ended_at) })
  }
  const from = starts_at ? format.date(starts_at) : "…"
  const to = ends_at ? format.date(ends_at) : "…"

  return starts_at || ends_at ? t("commission.runs", { from, to }) : t("commission.always")
}
