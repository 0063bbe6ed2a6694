import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { AreaField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { CHANGES, type Order } from "./order"

export function CancelDrawer({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useText()
  const Values = z.object({
    reason: z
      .string()
      .trim()
      .min(1, t("inputs.required"))
      .max(500, t("inputs.too_long", { count: 500 })),
  })
  const form = useForm({ resolver: useResolver(Values), defaultValues: { reason: "" } })
  const cancel = useAction("POST /vendor/orders/:id/cancel", CHANGES)
  const saving = useSaving(form, {
    save: (body) => cancel.mutateAsync({ params: { id: order.id }, body }),
    onSaved: () => {
      toast.success(t("orders.canceled"))
      onClose()
    },
  })

  return (
    <FormDrawer
      title={t("orders.cancel_title", { number: order.display_number })}
      hint={t("orders.cancel_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("orders.cancel")}
      is_dangerous
    >
      <AreaField name="reason" label={t("orders.reason")} />
    </FormDrawer>
  )
}
