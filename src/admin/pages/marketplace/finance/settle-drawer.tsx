import { z } from "zod"
import { AmountField, AreaField, TextField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { type Texts, useText } from "../../../lib/text"
import { amountValue, filledValue, localNow, momentOf } from "./bank-line"
import type { Debt } from "./records"

const valuesOf = (texts: Texts) =>
  z.object({
    amount: amountValue(texts),
    reference: filledValue(texts, 64),
    received_at: filledValue(texts, 30),
    note: z.string().trim().max(500),
  })

/** A transfer of the shop's to the platform. The bank's reference is what it is known by: the same one is booked once. */
export function SettleDrawer({ debt, shop, onClose }: { debt: Debt; shop: string; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const settle = useAction("POST /admin/payouts/debts/:vendor_id/settle", ["/admin/payouts"])

  return (
    <SaveDrawer
      title={t("finance.settle_title", { shop })}
      hint={t("finance.settle_hint")}
      values={valuesOf(texts)}
      first={{ amount: debt.owed, reference: "", received_at: localNow(), note: "" }}
      save={({ received_at, note, ...rest }) =>
        settle.mutateAsync({
          params: { vendor_id: debt.vendor_id },
          body: {
            ...rest,
            currency_code: debt.currency_code,
            received_at: momentOf(received_at),
            note: note || null,
          },
        })
      }
      onClose={onClose}
    >
      <AmountField name="amount" label={t("finance.amount")} currency_code={debt.currency_code} />
      <TextField name="reference" label={t("finance.bank_reference")} autoComplete="off" />
      <TextField name="received_at" label={t("finance.received_at")} type="datetime-local" />
      <AreaField name="note" label={t("finance.note")} is_optional />
    </SaveDrawer>
  )
}
