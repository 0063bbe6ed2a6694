import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useSaving } from "../../../lib/saving"
import { type Texts, useText } from "../../../lib/text"
import { amountValue, localNow, momentOf } from "./bank-line"

const valuesOf = (texts: Texts) =>
  z.object({
    bank_reference: z
      .string()
      .trim()
      .min(1, texts.t("forms.too_short", { count: 1 }))
      .max(100),
    amount: amountValue(texts),
    currency_code: z
      .string()
      .trim()
      .regex(/^[a-z]{3}$/i, "NGN, KES, XOF…"),
    received_at: z.string().min(1, texts.t("forms.too_short", { count: 1 })),
    reference: z.string().trim().max(60),
    narration: z.string().trim().max(200),
  })

/** A line of the bank statement. The bank's own name for it makes that it is booked once. */
export function RecordTransferDrawer({ onClose }: { onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const form = useForm({
    resolver: zodResolver(valuesOf(texts)),
    defaultValues: {
      bank_reference: "",
      amount: "",
      currency_code: "",
      received_at: localNow(),
      reference: "",
      narration: "",
    },
  })
  const record = useAction("POST /admin/bank-transfers", ["/admin/bank-transfers"])
  const saving = useSaving(form, {
    save: ({ reference, received_at, ...rest }) =>
      record.mutateAsync({
        body: { ...rest, reference: reference || null, received_at: momentOf(received_at) },
      }),
    onSaved: onClose,
  })

  return (
    <FormDrawer title={t("finance.record")} is_open onClose={onClose} form={form} saving={saving}>
      <TextField name="bank_reference" label={t("finance.bank_reference")} autoComplete="off" />
      <TextField name="amount" label={t("finance.amount")} inputMode="decimal" autoComplete="off" />
      <TextField name="currency_code" label={t("finance.currency")} maxLength={3} />
      <TextField name="received_at" label={t("finance.received_at")} type="datetime-local" />
      <TextField
        name="reference"
        label={t("finance.order_reference")}
        hint={t("finance.order_reference_hint")}
        is_optional
        autoComplete="off"
      />
      <TextField name="narration" label={t("finance.narration")} is_optional />
    </FormDrawer>
  )
}
