import { Button } from "@medusajs/ui"
import { useState } from "react"
import { type Column, DataList } from "../../../components/data-list"
import { Money } from "../../../components/money"
import { ReasonDrawer } from "../../../components/reason-drawer"
import { ShopLink, useShopNames } from "../../../components/shop-name"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayAsStaff } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { DebtInvoices } from "./debt-invoices"
import { FinancePage } from "./finance-page"
import { InvoiceDrawer } from "./invoice-drawer"
import type { Debt } from "./records"
import { SettleDrawer } from "./settle-drawer"

type Open = { form: "invoice" | "settle" | "write_off"; debt: Debt }

/** What shops owe the platform. */
export default function Debts() {
  const texts = useText()
  const { t } = texts
  const may = useMayAsStaff()
  const list = useListState()
  const [open, setOpen] = useState<Open | null>(null)
  const writeOff = useAction("POST /admin/payouts/write-offs", ["/admin/payouts"])
  const query = useAnswer(
    "GET /admin/payouts/debts",
    { query: { limit: PAGE_SIZE, offset: list.offset } },
    { keeps_last: true }
  )
  const shopName = useShopNames(query.data?.debts.map(({ vendor_id }) => vendor_id) ?? [])

  return (
    <FinancePage name="debts">
      <DataList
        label={t("finance.debts")}
        query={query}
        rowsOf={({ debts, count, limit }) => ({ rows: debts.map(withId), count, limit })}
        columns={[
          ...columnsOf(texts, shopName),
          ...(may("payouts:approve") ? [actionsOf(texts, setOpen)] : []),
        ]}
        list={list}
        empty={{ title: t("finance.no_debts") }}
      />
      <DebtInvoices />
      {open?.form === "invoice" && (
        <InvoiceDrawer debt={open.debt} shop={shopName(open.debt.vendor_id)} onClose={() => setOpen(null)} />
      )}
      {open?.form === "settle" && (
        <SettleDrawer debt={open.debt} shop={shopName(open.debt.vendor_id)} onClose={() => setOpen(null)} />
      )}
      {open?.form === "write_off" && (
        <ReasonDrawer
          title={t("finance.write_off_title")}
          hint={t("finance.write_off_hint")}
          verb={t("finance.write_off")}
          is_dangerous
          run={(reason) =>
            writeOff.mutateAsync({
              body: { vendor_id: open.debt.vendor_id, currency_code: open.debt.currency_code, reason },
            })
          }
          onClose={() => setOpen(null)}
        />
      )}
    </FinancePage>
  )
}

const withId = (debt: Omit<Debt, "id">): Debt => ({ ...debt, id: `${debt.vendor_id} ${debt.currency_code}` })

const columnsOf = ({ t, format }: Texts, shopName: (id: string) => string): Column<Debt>[] => [
  {
    name: "shop",
    label: t("finance.shop"),
    cell: ({ vendor_id }) => <ShopLink id={vendor_id} name={shopName(vendor_id)} />,
  },
  {
    name: "owed",
    label: t("finance.owed"),
    align: "right",
    cell: ({ owed, currency_code }) => <Money amount={owed} currency_code={currency_code} />,
  },
  {
    name: "cash",
    label: t("finance.cash_held"),
    align: "right",
    cell: ({ cash_held, currency_code }) => <Money amount={cash_held} currency_code={currency_code} />,
  },
  { name: "since", label: t("finance.since"), cell: ({ since }) => (since ? format.date(since) : "–") },
  {
    name: "invoice",
    label: t("finance.invoice"),
    cell: ({ invoice }) => (invoice ? `${invoice.number}, ${format.date(invoice.due_at)}` : "–"),
  },
]

const actionsOf = ({ t }: Texts, setOpen: (open: Open) => void): Column<Debt> => ({
  name: "actions",
  label: "",
  align: "right",
  cell: (debt) => (
    <span className="flex flex-wrap justify-end gap-2">
      {!debt.invoice && (
        <Button size="small" variant="secondary" onClick={() => setOpen({ form: "invoice", debt })}>
          {t("finance.write_invoice")}
        </Button>
      )}
      <Button size="small" variant="secondary" onClick={() => setOpen({ form: "settle", debt })}>
        {t("finance.settle")}
      </Button>
      <Button size="small" variant="secondary" onClick={() => setOpen({ form: "write_off", debt })}>
        {t("finance.write_off")}
      </Button>
    </span>
  ),
})
