import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useText } from "../../lib/text"
import { Section } from "../page"

export function LanguageSection() {
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
