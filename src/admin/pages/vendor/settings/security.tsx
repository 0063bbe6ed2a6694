import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ActionButton } from "../../../components/action-button"
import { Section } from "../../../components/page"
import { call } from "../../../lib/api/client"
import { useShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { FactorSection } from "./factor-section"
import { PasswordSection } from "./password-section"
import { SessionsSection } from "./sessions-section"
import { SettingsPage } from "./settings-page"

/** What is about the person, whatever the shop. */
export default function Security() {
  return (
    <SettingsPage>
      <FactorSection />
      <PasswordSection />
      <SessionsSection />
      <LanguageSection />
      <LeaveSection />
    </SettingsPage>
  )
}

function LanguageSection() {
  const { t } = useText()
  const { i18n } = useTranslation()

  return (
    <Section title={t("security.language")}>
      <div className="max-w-xs">
        <Select value={i18n.language} onValueChange={(language) => i18n.changeLanguage(language)}>
          <Select.Trigger aria-label={t("security.language")}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value="en">English</Select.Item>
            <Select.Item value="fr">Français</Select.Item>
          </Select.Content>
        </Select>
      </div>
    </Section>
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
