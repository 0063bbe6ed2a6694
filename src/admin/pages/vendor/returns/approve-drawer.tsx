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

export function ApproveDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useText()
  const Values = z.object({
    note: z
      .string()
      .trim()
      .max(500, t("inputs.too_long", { count: 500 })),
  })
  const form = useForm({ resolver: useResolver(Values), defaultValues: { note: "" } })
  const approve = useAction("POST /vendor/returns/:id/approve", CHANGES)
  const saving = useSaving(form, {
    save: ({ note }) => approve.mutateAsync({ params: { id }, body: { note: note || undefined } }),
    onSaved: () => {
      toast.success(t("returns.approved"))
      onClose()
    },
  })

  return (
    <FormDrawer
      title={t("returns.approve")}
      hint={t("returns.approve_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("returns.approve")}
    >
      <AreaField name="note" label={t("returns.approve_note")} is_optional />
    </FormDrawer>
  )
}
