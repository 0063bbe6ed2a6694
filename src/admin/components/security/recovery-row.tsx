import { Text } from "@medusajs/ui"
import { useText } from "../../lib/text"
import { ActionButton } from "../action-button"

export function RecoveryRow({ make }: { make: () => Promise<void> }) {
  const { t } = useText()

  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
      <div className="min-w-0 max-w-xl">
        <Text size="small" weight="plus">
          {t("security.recovery")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("security.recovery_hint")}
        </Text>
      </div>
      <ActionButton
        run={make}
        confirm={{ title: t("security.make_codes_ask"), hint: t("security.make_codes_ask_hint") }}
      >
        {t("security.make_codes")}
      </ActionButton>
    </div>
  )
}
