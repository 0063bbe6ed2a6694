import { useForm } from "react-hook-form"
import { z } from "zod"
import { AreaField, ChoiceField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { CHANGES, type Order } from "./order"

const REASONS = [
  "changed_mind",
  "no_money",
  "not_there",
  "wrong_address",
  "late",
  "damaged",
  "wrong_item",
  "other",
] as const

/** The buyer did not take the parcel at the door. */
export function RefuseDrawer({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t, named } = useText()
  const Values = z.object({
    reason: z.enum(REASONS),
    note: z.string().max(500, t("inputs.too_long", { count: 500 })),
  })
  const form = useForm({
    resolver: useResolver(Values),
    defaultValues: { reason: "changed_mind" as const, note: "" },
  })
  const refuse = useAction("POST /vendor/orders/:id/refuse", CHANGES)
  const saving = useSaving(form, {
    save: ({ reason, note }) =>
      refuse.mutateAsync({ params: { id: order.id }, body: { reason, note: note.trim() || undefined } }),
    onSaved: onClose,
  })

  return (
    <FormDrawer
      title={t("orders.refuse")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("orders.refuse")}
      is_dangerous
    >
      <ChoiceField
        name="reason"
        label={t("orders.reason")}
        choices={REASONS.map((value) => ({ value, label: named("reasons", value) }))}
      />
      <AreaField name="note" label={t("orders.note")} is_optional />
    </FormDrawer>
  )
}
