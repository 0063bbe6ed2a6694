import { Button, StatusBadge, Text } from "@medusajs/ui"
import type { FactorKind } from "../../lib/api/core-routes"
import type { Factor } from "../../lib/factor"
import { useText } from "../../lib/text"
import { ActionButton } from "../action-button"

type Props = {
  kind: FactorKind
  factor: Factor | undefined
  onAdd: () => Promise<void>
  onRemove: (factor: Factor) => void
}

export function FactorRow({ kind, factor, onAdd, onRemove }: Props) {
  const { t } = useText()
  const goes_to = kind === "totp" ? undefined : factor?.metadata?.label

  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
      <div className="min-w-0 max-w-xl">
        <div className="flex flex-wrap items-center gap-2">
          <Text size="small" weight="plus">
            {t(`step_up.methods.${kind}`)}
          </Text>
          <StatusBadge color={factor ? "green" : "grey"}>
            {t(factor ? "security.on" : "security.off")}
          </StatusBadge>
        </div>
        <Text size="small" className="break-words text-ui-fg-subtle">
          {goes_to ? t("security.goes_to", { to: goes_to }) : t(`security.about.${kind}`)}
        </Text>
      </div>
      {factor ? (
        <Button size="small" variant="secondary" onClick={() => onRemove(factor)}>
          {t("actions.remove")}
          <span className="sr-only">: {t(`step_up.methods.${kind}`)}</span>
        </Button>
      ) : (
        <ActionButton run={onAdd}>
          {t("actions.add")}
          <span className="sr-only">: {t(`step_up.methods.${kind}`)}</span>
        </ActionButton>
      )}
    </div>
  )
}
