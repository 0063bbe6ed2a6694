import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { RoleField } from "./role-field"
import { ROLES, type Role } from "./roles"

type Props = { member_id: string; name: string; role: Role; onClose: () => void }

const Values = z.object({ role: z.enum(ROLES) })

/** Another role for somebody of the team. With it they are signed out, so that it holds at once. */
export function RoleDrawer({ member_id: id, name, role, onClose }: Props) {
  const { t } = useText()
  const form = useForm({ resolver: useResolver(Values), defaultValues: { role } })
  const change = useAction("POST /vendor/members/:id", ["/vendor/members"])
  const saving = useSaving(form, {
    save: (body) => change.mutateAsync({ params: { id }, body }),
    onSaved: () => {
      toast.success(t("team.role_changed", { name }))
      onClose()
    },
    fields_by_code: { last_owner: "role", grant_refused: "role" },
  })

  return (
    <FormDrawer
      title={t("team.change_role")}
      hint={t("team.change_role_hint", { name })}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
    >
      <RoleField />
    </FormDrawer>
  )
}
