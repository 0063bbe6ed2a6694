import { useFormContext } from "react-hook-form"
import { ChoiceField } from "../../../components/fields"
import { useText } from "../../../lib/text"
import { ROLES, type Role } from "./roles"

/** A role, and what it means. */
export function RoleField() {
  const { t } = useText()
  const role = useFormContext<{ role: Role }>().watch("role")

  return (
    <ChoiceField
      name="role"
      label={t("team.role")}
      hint={t(`team.means.${role}`)}
      choices={ROLES.map((value) => ({ value, label: t(`team.roles.${value}`) }))}
    />
  )
}
