import { z } from "zod"
import { GIVEN_REASONS } from "../../../../lib/refund-reasons"
import { AmountField, AreaField, ChoiceField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useIdempotencyKey } from "../../../lib/saving"
import { type Texts, useText } from "../../../lib/text"
import { amountValue, filledValue } from "../finance/bank-line"
import { CHANGES, type Part } from "./part"

const valuesOf = (texts: Texts) =>
  z.object({ amount: amountValue(texts), reason: z.enum(GIVEN_REASONS), note: filledValue(texts, 500) })

export function RefundDrawer({ part, onClose }: { part: Part; onClose: () => void }) {
  const texts = useText()
  const { t, named, format } = texts
  const keyOf = useIdempotencyKey()
  const refund = useAction("POST /admin/vendor-orders/:id/refund", CHANGES)
  const { id, display_number, currency_code, share } = part

  return (
    <SaveDrawer
      title={t("vendor_orders.refund_title", { number: `#${display_number}` })}
      hint={t("vendor_orders.refund_hint", { left: format.money(share.left_total, currency_code) })}
      verb={t("vendor_orders.refund")}
      is_dangerous
      values={valuesOf(texts)}
      first={{ amount: "", reason: GIVEN_REASONS[0], note: "" }}
      save={(values) =>
        refund.mutateAsync({
          params: { id },
          body: { ...values, idempotency_key: keyOf(values.amount) },
        })
      }
      onClose={onClose}
    >
      <AmountField name="amount" label={t("vendor_orders.amount")} currency_code={currency_code} />
      <ChoiceField
        name="reason"
        label={t("forms.reason")}
        choices={GIVEN_REASONS.map((value) => ({ value, label: named("reasons", value) }))}
      />
      <AreaField name="note" label={t("vendor_orders.note")} hint={t("vendor_orders.note_hint")} />
    </SaveDrawer>
  )
}
