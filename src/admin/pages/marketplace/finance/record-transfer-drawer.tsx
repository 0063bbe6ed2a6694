import { z } from "zod"
import { TextField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { type Texts, useText } from "../../../lib/text"
import { amountValue, currencyValue, filledValue, localNow, momentOf } from "./bank-line"
import { tellOutcome } from "./transfer-outcome"

const valuesOf = (texts: Texts) =>
  z.object({
    bank_reference: filledValue(texts, 100),
    amount: amountValue(texts),
    currency_code: currencyValue(texts),
    received_at: filledValue(texts, 30),
    reference: z.string().trim().max(60),
    narration: z.string().trim().max(200),
  })

/** A line of the bank statement. By the bank's own name for it, it is booked only once. */
export function RecordTransferDrawer({ onClose }: { onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const record = useAction("POST /admin/bank-transfers", ["/admin/bank-transfers"])

  return (
    <SaveDrawer
      title={t("finance.record")}
      hint={t("finance.record_hint")}
      values={valuesOf(texts)}
      first={{
        bank_reference: "",
        amount: "",
        currency_code: "",
        received_at: localNow(),
        reference: "",
        narration: "",
      }}
      save={async ({ reference, received_at, ...rest }) => {
        const { outcome } = await record.mutateAsync({
          body: { ...rest, reference: reference || null, received_at: momentOf(received_at) },
        })
        tellOutcome(outcome, texts)
      }}
      onClose={onClose}
    >
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
    </SaveDrawer>
  )
}
