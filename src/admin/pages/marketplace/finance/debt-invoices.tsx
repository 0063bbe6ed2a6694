import { Button } from "@medusajs/ui"
import { useState } from "react"
import { type Column, DataList } from "../../../components/data-list"
import { type DebtInvoice, INVOICE_STATES, invoiceColumns } from "../../../components/debt-invoices"
import { PrintButton } from "../../../components/print-button"
import { ReasonDrawer } from "../../../components/reason-drawer"
import { ShopLink } from "../../../components/shop-name"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { useOwnPage } from "./own-page"

/** Invoices of what shops owe: those to be paid, and what became of the others. */
export function DebtInvoices() {
  const texts = useText()
  const { t, named } = texts
  const may = useMayAsStaff()
  const list = useOwnPage()
  const [chosen, setChosen] = useState<DebtInvoice | null>(null)
  const query = useAnswer(
    "GET /admin/payouts/debt-invoices",
    {
      query: {
        state: INVOICE_STATES.find((state) => state === list.filters.state),
        limit: list.limit,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const cancel = useAction("POST /admin/payouts/debt-invoices/:id/cancel", ["/admin/payouts"])

  return (
    <>
      <DataList
        label={t("shop_money.invoices")}
        title={t("shop_money.invoices")}
        query={query}
        rowsOf={({ invoices, count, limit }) => ({ rows: invoices, count, limit })}
        columns={[...columnsOf(texts), actionsOf(texts, may("payouts:approve") ? setChosen : null)]}
        list={list}
        filters={[
          {
            name: "state",
            label: t("finance.status"),
            choices: INVOICE_STATES.map((value) => ({ value, label: named("status.shop_invoice", value) })),
          },
        ]}
        empty={{ title: t("finance.no_invoices"), hint: t("finance.no_invoices_hint") }}
      />
      {chosen && (
        <ReasonDrawer
          title={t("finance.cancel_invoice_title", { number: chosen.number })}
          hint={t("finance.cancel_invoice_hint")}
          verb={t("finance.cancel_invoice")}
          is_dangerous
          run={(reason) => cancel.mutateAsync({ params: { id: chosen.id }, body: { reason } })}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}

const columnsOf = (texts: Texts): Column<DebtInvoice>[] => {
  const [number, ...others] = invoiceColumns(texts)

  return [
    ...(number ? [number] : []),
    {
      name: "shop",
      label: texts.t("finance.shop"),
      cell: ({ vendor_id, shop_name }) => <ShopLink id={vendor_id} name={shop_name} />,
    },
    ...others,
  ]
}

const MAY_BE_CANCELED = ["open", "part_paid"]

const actionsOf = ({ t }: Texts, onCancel: ((invoice: DebtInvoice) => void) | null): Column<DebtInvoice> => ({
  name: "actions",
  label: "",
  align: "right",
  cell: (invoice) => (
    <span className="flex flex-wrap justify-end gap-2">
      <PrintButton route="GET /admin/payouts/debt-invoices/:id/print" input={{ params: { id: invoice.id } }}>
        {t("actions.print")}
      </PrintButton>
      {onCancel && MAY_BE_CANCELED.includes(invoice.state) && (
        <Button size="small" variant="secondary" onClick={() => onCancel(invoice)}>
          {t("finance.cancel_invoice")}
        </Button>
      )}
    </span>
  ),
})
