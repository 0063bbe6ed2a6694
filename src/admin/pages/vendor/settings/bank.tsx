import { Text } from "@medusajs/ui"
import { BankAccount } from "../../../components/bank-account"
import { Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import { SettingsPage } from "./settings-page"

export default function BankSettings() {
  const { t } = useText()

  return (
    <SettingsPage writes="bank-accounts:write">
      <Section title={t("settings.bank")} className="flex flex-col gap-y-3 px-4 py-4 sm:px-6">
        <Text size="small" className="text-ui-fg-subtle">
          {t("bank.change_hint")}
        </Text>
        <BankAccount />
      </Section>
    </SettingsPage>
  )
}
