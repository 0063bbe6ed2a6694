import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { RoleField } from "./role-field"
import { ROLES } from "./roles"

const Values = z.object({ email: z.string().trim().min(1), role: z.enum(ROLES) })

export function InviteDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const form = useForm({
    resolver: useResolver(Values),
    defaultValues: { email: "", role: "fulfilment" as const },
  })
  const invite = useAction("POST /vendor/invitations", ["/vendor/invitations"])
  const saving = useSaving(form, {
    save: (body) => invite.mutateAsync({ body }),
    onSaved: () => {
      toast.success(t("team.invited"))
      onClose()
    },
    fields_by_code: { invitation_exists: "email", member_exists: "email", grant_refused: "role" },
  })

  return (
    <FormDrawer
      title={t("team.invite")}
      hint={t("team.invite_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("actions.send")}
    >
      <TextField name="email" label={t("door.email")} type="email" autoComplete="off" />
      <RoleField />
    </FormDrawer>
  )
}
