import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { GIVEN_REASONS } from "../../../../lib/refund-reasons"
import { AmountField, AreaField, ChoiceField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useResolver } from "../../../lib/resolver"
import { useIdempotencyKey, useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { CHANGES, type Order } from "./order"

export function RefundDrawer({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t, named } = useText()
  const keyOf = useIdempotencyKey()
  const Values = z.object({
    amount: z
      .string()
      .trim()
      .regex(/^\d{1,15}(\.\d{1,4})?$/, t("inputs.amount")),
    reason: z.enum(GIVEN_REASONS),
    note: z.string().max(500, t("inputs.too_long", { count: 500 })),
  })
  const form = useForm({
    resolver: useResolver(Values),
    defaultValues: { amount: "", reason: "not_received" as const, note: "" },
  })
  const refund = useAction("POST /vendor/orders/:id/refund", CHANGES)
  const saving = useSaving(form, {
    save: async ({ amount, reason, note }) => {
      const { refund: made } = await refund.mutateAsync({
        params: { id: order.id },
        body: { amount, reason, note: note.trim() || undefined, idempotency_key: keyOf(amount) },
      })
      const say = made.status === "made" || made.status === "pending" ? toast.success : toast.warning
      say(named("orders.refund_status", made.status))
    },
    onSaved: onClose,
  })

  return (
    <FormDrawer
      title={t("orders.refund_title", { number: order.display_number })}
      hint={t("orders.refund_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("orders.refund")}
      is_dangerous
    >
      <AmountField name="amount" label={t("orders.refund_amount")} currency_code={order.currency_code} />
      <ChoiceField
        name="reason"
        label={t("orders.refund_reason")}
        choices={GIVEN_REASONS.map((value) => ({ value, label: named("reasons", value) }))}
      />
      <AreaField name="note" label={t("orders.note")} is_optional />
    </FormDrawer>
  )
}
