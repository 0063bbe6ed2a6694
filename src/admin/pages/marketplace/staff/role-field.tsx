import { useFormContext } from "react-hook-form"
import { STAFF_ROLES, type StaffRole } from "../../../../lib/permissions"
import { ChoiceField } from "../../../components/fields"
import { useText } from "../../../lib/text"

/** A role, and what it means. */
export function RoleField() {
  const { t } = useText()
  const role = useFormContext<{ role: StaffRole }>().watch("role")

  return (
    <ChoiceField
      name="role"
      label={t("staff.role")}
      hint={t(`staff.means.${role}`)}
      choices={STAFF_ROLES.map((value) => ({ value, label: t(`staff.roles.${value}`) }))}
    />
  )
}
