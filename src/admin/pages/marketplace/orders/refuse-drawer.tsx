import { z } from "zod"
import { DOOR_REASONS } from "../../../../lib/pay-on-delivery"
import { AreaField, ChoiceField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { CHANGES, type Part } from "./part"

/** The buyer did not take the parcel at the door. */
export function RefuseDrawer({ part, onClose }: { part: Part; onClose: () => void }) {
  const { t, named } = useText()
  const refuse = useAction("POST /admin/vendor-orders/:id/refuse", CHANGES)
  const Values = z.object({
    reason: z.enum(DOOR_REASONS),
    note: z
      .string()
      .trim()
      .max(500, t("inputs.too_long", { count: 500 })),
  })

  return (
    <SaveDrawer
      title={t("vendor_orders.refuse_title", { number: `#${part.display_number}` })}
      hint={t("vendor_orders.refuse_hint")}
      verb={t("vendor_orders.refuse")}
      is_dangerous
      values={Values}
      first={{ reason: DOOR_REASONS[0], note: "" }}
      save={({ reason, note }) =>
        refuse.mutateAsync({ params: { id: part.id }, body: { reason, note: note || undefined } })
      }
      onClose={onClose}
    >
      <ChoiceField
        name="reason"
        label={t("forms.reason")}
        choices={DOOR_REASONS.map((value) => ({ value, label: named("reasons", value) }))}
      />
      <AreaField name="note" label={t("vendor_orders.note")} is_optional />
    </SaveDrawer>
  )
}
