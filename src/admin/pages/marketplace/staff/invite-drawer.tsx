import { toast } from "@medusajs/ui"
import { z } from "zod"
import { STAFF_ROLES } from "../../../../lib/permissions"
import { TextField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { RoleField } from "./role-field"

const Values = z.object({ email: z.string().trim().min(1), role: z.enum(STAFF_ROLES) })

export function InviteDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const invite = useAction("POST /admin/staff/invitations", ["/admin/staff"])

  return (
    <SaveDrawer
      title={t("staff.invite")}
      hint={t("staff.invite_hint")}
      verb={t("actions.send")}
      values={Values}
      first={{ email: "", role: "read-only" }}
      save={async (body) => {
        await invite.mutateAsync({ body })
        toast.success(t("staff.invited"))
      }}
      fields_by_code={{ grant_refused: "role" }}
      onClose={onClose}
    >
      <TextField name="email" label={t("door.email")} type="email" autoComplete="off" />
      <RoleField />
    </SaveDrawer>
  )
}
