import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { AreaField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { Preview } from "./preview"
import { CHANGES, type Rule } from "./rule"

const Values = z.object({ reason: z.string().trim().max(1000) })

export function EndDrawer({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { t } = useText()
  const form = useForm({ resolver: zodResolver(Values), defaultValues: { reason: "" } })
  const end = useAction("POST /admin/commission-rules/:id/end", CHANGES)
  const saving = useSaving(form, {
    save: ({ reason }) => end.mutateAsync({ params: { id: rule.id }, body: { reason: reason || undefined } }),
    onSaved: onClose,
  })

  return (
    <FormDrawer
      title={t("commission.end_title", { name: rule.name })}
      hint={t("commission.end_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("commission.end")}
      is_dangerous
    >
      <AreaField name="reason" label={t("forms.reason")} is_optional />
      <Preview changeOf={() => ({ id: rule.id, end: true })} />
    </FormDrawer>
  )
}
