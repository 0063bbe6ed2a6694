import { Badge } from "@medusajs/ui"
import { type Column, DataList } from "../../../components/data-list"
import { Money } from "../../../components/money"
import { PrintButton } from "../../../components/print-button"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { type Texts, useText } from "../../../lib/text"

type Invoice = Answer<"GET /vendor/debts/invoices">["invoices"][number]

const STATES = ["open", "part_paid", "paid", "netted", "canceled", "written_off"] as const

export function InvoiceList() {
  const texts = useText()
  const { t, named } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /vendor/debts/invoices",
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
    <DataList
      label={t("shop_money.invoices")}
      query={query}
      rowsOf={({ invoices, count, limit }) => ({ rows: invoices, count, limit })}
      columns={columnsOf(texts)}
      list={list}
      filters={[
        {
          name: "state",
          label: t("shop_money.invoices"),
          choices: STATES.map((value) => ({ value, label: named("status.shop_invoice", value) })),
        },
      ]}
      empty={{ title: t("shop_money.no_invoices") }}
    />
  )
}

const columnsOf = ({ t, format }: Texts): Column<Invoice>[] => [
  { name: "number", label: t("shop_money.invoice"), cell: ({ number }) => number },
  {
    name: "state",
    label: t("shop_money.state"),
    cell: ({ state, is_overdue }) => (
      <span className="flex flex-wrap items-center justify-end gap-1 sm:justify-start">
        <StatusBadge of="shop_invoice" status={state} />
        {is_overdue && (
          <Badge size="2xsmall" color="red">
            {t("shop_money.overdue")}
          </Badge>
        )}
      </span>
    ),
  },
  { name: "due", label: t("shop_money.due"), cell: ({ due_at }) => format.date(due_at) },
  {
    name: "amount",
    label: t("shop_money.amount"),
    align: "right",
    cell: ({ amount, currency_code }) => <Money amount={amount} currency_code={currency_code} />,
  },
  {
    name: "left",
    label: t("shop_money.invoice_left"),
    align: "right",
    cell: ({ left, currency_code }) => <Money amount={left} currency_code={currency_code} />,
  },
  {
    name: "print",
    label: t("actions.print"),
    align: "right",
    cell: ({ id }) => (
      <PrintButton route="GET /vendor/debts/invoices/:id/print" input={{ params: { id } }}>
        {t("actions.print")}
      </PrintButton>
    ),
  },
]
