import { DataList } from "../../../components/data-list"
import { INVOICE_STATES, invoiceColumns } from "../../../components/debt-invoices"
import { PrintButton } from "../../../components/print-button"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useText } from "../../../lib/text"

export function InvoiceList() {
  const texts = useText()
  const { t, named } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /vendor/debts/invoices",
    {
      query: {
        state: INVOICE_STATES.find((state) => state === list.filters.state),
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
      columns={[
        ...invoiceColumns(texts),
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
      ]}
      list={list}
      filters={[
        {
          name: "state",
          label: t("shop_money.invoices"),
          choices: INVOICE_STATES.map((value) => ({ value, label: named("status.shop_invoice", value) })),
        },
      ]}
      empty={{ title: t("shop_money.no_invoices") }}
    />
  )
}
