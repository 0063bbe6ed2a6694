import { toast } from "@medusajs/ui"
import { z } from "zod"
import { STAFF_ROLES } from "../../../../lib/permissions"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { type Member, nameOf } from "./member"
import { RoleField } from "./role-field"

const Values = z.object({ role: z.enum(STAFF_ROLES) })

/** Another role for somebody of the staff. With it they are signed out, so that it holds at once. */
export function RoleDrawer({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useText()
  const change = useAction("POST /admin/staff/:id", ["/admin/staff"])
  const name = nameOf(member)

  return (
    <SaveDrawer
      title={t("staff.change_role")}
      hint={t("staff.change_role_hint", { name })}
      values={Values}
      first={{ role: member.role }}
      save={async (body) => {
        await change.mutateAsync({ params: { id: member.user_id }, body })
        toast.success(t("staff.role_changed", { name }))
      }}
      fields_by_code={{ last_owner: "role", grant_refused: "role" }}
      onClose={onClose}
    >
      <RoleField />
    </SaveDrawer>
  )
}
