import { ActionButton } from "../../../components/action-button"
import { Section } from "../../../components/page"
import { LanguageSection } from "../../../components/security/language-section"
import { SecuritySections } from "../../../components/security/security-sections"
import { call } from "../../../lib/api/client"
import { useShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { PersonSection } from "./person-section"
import { SettingsPage } from "./settings-page"

/** What is about the person, whatever the shop. */
export default function Security() {
  return (
    <SettingsPage>
      <PersonSection />
      <SecuritySections />
      <LanguageSection />
      <LeaveSection />
    </SettingsPage>
  )
}

function LeaveSection() {
  const { t } = useText()
  const shop = useShop()?.name ?? ""
  const leave = async (): Promise<void> => {
    await call("POST /vendor/me/leave", {})
    // The sessions have ended with it.
    window.location.reload()
  }

  return (
    <Section title={t("security.leave")} hint={t("security.leave_hint")}>
      <ActionButton
        variant="danger"
        run={leave}
        confirm={{ title: t("security.leave_ask", { shop }), hint: t("security.leave_hint") }}
      >
        {t("security.leave")}
      </ActionButton>
    </Section>
  )
}
