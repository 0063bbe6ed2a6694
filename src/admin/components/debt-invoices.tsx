import { Badge } from "@medusajs/ui"
import type { Answer } from "../lib/api/client"
import type { Texts } from "../lib/text"
import type { Column } from "./data-list"
import { Money } from "./money"
import { StatusBadge } from "./status-badge"

export type DebtInvoice = Answer<"GET /vendor/debts/invoices">["invoices"][number]

export const INVOICE_STATES = ["open", "part_paid", "paid", "netted", "canceled", "written_off"] as const

/** What shops and staff see of an invoice alike. */
export const invoiceColumns = ({ t, format }: Texts): Column<DebtInvoice>[] => [
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
]
