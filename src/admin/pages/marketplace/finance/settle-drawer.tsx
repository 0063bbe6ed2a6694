import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { AmountField, AreaField, TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useSaving } from "../../../lib/saving"
import { type Texts, useText } from "../../../lib/text"
import { amountValue, localNow, momentOf } from "./bank-line"
import type { Debt } from "./records"

const valuesOf = (texts: Texts) =>
  z.object({
    amount: amountValue(texts),
    reference: z
      .string()
      .trim()
      .min(1, texts.t("forms.too_short", { count: 1 }))
      .max(64),
    received_at: z.string().min(1, texts.t("forms.too_short", { count: 1 })),
    note: z.string().trim().max(500),
  })

/** A transfer of the shop's to the platform. The bank's reference is what it is known by: the same one is booked once. */
export function SettleDrawer({ debt, shop, onClose }: { debt: Debt; shop: string; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const form = useForm({
    resolver: zodResolver(valuesOf(texts)),
    defaultValues: { amount: debt.owed, reference: "", received_at: localNow(), note: "" },
  })
  const settle = useAction("POST /admin/payouts/debts/:vendor_id/settle", ["/admin/payouts"])
  const saving = useSaving(form, {
    save: ({ received_at, note, ...rest }) =>
      settle.mutateAsync({
        params: { vendor_id: debt.vendor_id },
        body: {
          ...rest,
          currency_code: debt.currency_code,
          received_at: momentOf(received_at),
          note: note || null,
        },
      }),
    onSaved: onClose,
  })

  return (
    <FormDrawer
      title={t("finance.settle_title", { shop })}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
    >
      <AmountField name="amount" label={t("finance.amount")} currency_code={debt.currency_code} />
      <TextField name="reference" label={t("finance.bank_reference")} autoComplete="off" />
      <TextField name="received_at" label={t("finance.received_at")} type="datetime-local" />
      <AreaField name="note" label={t("finance.note")} is_optional />
    </FormDrawer>
  )
}
