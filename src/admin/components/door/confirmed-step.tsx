import { Button, Heading, Text } from "@medusajs/ui"
import { useText } from "../../lib/text"
import type { Door } from "./use-door"

type Props = { door: Door; token: string }

/** The address is confirmed, of a login that belongs nowhere yet: what it was made for may wait in another tab. */
export function ConfirmedStep({ door, token }: Props) {
  const { t } = useText()

  return (
    <div className="flex flex-col gap-y-4">
      <div>
        <Heading level="h2">{t("door.verified")}</Heading>
        <Text size="small" className="text-ui-fg-subtle" role="status">
          {t("door.verified_hint")}
        </Text>
      </div>
      <div>
        <Button size="small" variant="secondary" onClick={() => door.openShop(token)}>
          {t("door.open")}
        </Button>
      </div>
    </div>
  )
}
