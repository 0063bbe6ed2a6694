import { Page } from "../../../components/page"
import { SecuritySections } from "../../../components/security/security-sections"
import { useText } from "../../../lib/text"

/** The same for staff; their name and language are on Medusa's page of the profile, which leads here. */
export default function StaffSecurity() {
  const { t } = useText()

  return (
    <Page title={t("settings.security")} hint={t("security.staff_hint")} back="/settings/profile">
      <SecuritySections />
    </Page>
  )
}
