import { toast } from "@medusajs/ui"
import { z } from "zod"
import { SwitchField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import type { Debt } from "./records"

const Values = z.object({ includes_cash: z.boolean() })

/** Invoices what the shop owes, and on wish the cash that it has collected at the door, which is owed from then on. */
export function InvoiceDrawer({ debt, shop, onClose }: { debt: Debt; shop: string; onClose: () => void }) {
  const { t, format } = useText()
  const { vendor_id, currency_code, owed, cash_held } = debt
  const invoice = useAction("POST /admin/payouts/debts/:vendor_id/invoice", ["/admin/payouts"])
  const save = async (values: z.infer<typeof Values>): Promise<void> => {
    await invoice.mutateAsync({ params: { vendor_id }, body: { currency_code, ...values } })
    toast.success(t("finance.invoiced"))
  }

  return (
    <SaveDrawer
      title={t("finance.invoice_title", { shop })}
      hint={t("finance.invoice_hint", { amount: format.money(owed, currency_code) })}
      verb={t("finance.write_invoice")}
      values={Values}
      first={{ includes_cash: false }}
      save={save}
      onClose={onClose}
    >
      {Number(cash_held) !== 0 && (
        <SwitchField
          name="includes_cash"
          label={t("finance.invoice_cash", { amount: format.money(cash_held, currency_code) })}
          hint={t("finance.invoice_cash_hint")}
        />
      )}
    </SaveDrawer>
  )
}
