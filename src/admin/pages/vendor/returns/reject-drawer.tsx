import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { AreaField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { CHANGES } from "./return"

export function RejectDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useText()
  const Values = z.object({
    reason: z
      .string()
      .trim()
      .min(1, t("inputs.required"))
      .max(500, t("inputs.too_long", { count: 500 })),
  })
  const form = useForm({ resolver: useResolver(Values), defaultValues: { reason: "" } })
  const reject = useAction("POST /vendor/returns/:id/reject", CHANGES)
  const saving = useSaving(form, {
    save: (body) => reject.mutateAsync({ params: { id }, body }),
    onSaved: () => {
      toast.success(t("returns.rejected"))
      onClose()
    },
  })

  return (
    <FormDrawer
      title={t("returns.reject_title")}
      hint={t("returns.reject_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("returns.reject")}
      is_dangerous
    >
      <AreaField name="reason" label={t("returns.reject_reason")} />
    </FormDrawer>
  )
}
