import { XMark } from "@medusajs/icons"
import { FocusModal, IconButton } from "@medusajs/ui"
import { useText } from "../../lib/text"
import { CodeStep } from "./code-step"
import { ConfirmedStep } from "./confirmed-step"
import { LinkStep } from "./link-step"
import { LoginStep } from "./login-step"
import type { Purpose } from "./purpose"
import { ShopStep } from "./shop-step"
import { type Door, useDoor } from "./use-door"

type Props = { purpose: Purpose; onClose: () => void }

/** Everything between the street and the dashboard, over the whole page. */
export default function DoorModal({ purpose, onClose }: Props) {
  const { t } = useText()
  const door = useDoor(purpose)

  return (
    <FocusModal open onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content>
        {/* Not the header of the library: its button to close has no name. */}
        <div className="flex items-center gap-x-3 border-b px-4 py-2">
          <FocusModal.Close asChild>
            <IconButton size="small" variant="transparent" aria-label={t("actions.close")}>
              <XMark />
            </IconButton>
          </FocusModal.Close>
          <FocusModal.Title className="txt-compact-small-plus">{t("door.welcome")}</FocusModal.Title>
          <FocusModal.Description className="sr-only">
            {t(purpose.kind === "shop" ? "door.account_hint" : "door.sign_in_hint")}
          </FocusModal.Description>
        </div>
        <FocusModal.Body className="overflow-y-auto">
          <div className="mx-auto w-full max-w-md px-4 py-8">
            <CurrentStep door={door} purpose={purpose} />
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}

function CurrentStep({ door, purpose }: { door: Door; purpose: Purpose }) {
  const { step } = door
  switch (step.name) {
    case "code":
      return <CodeStep door={door} step={step} />
    case "confirmed":
      return <ConfirmedStep door={door} token={step.token} />
    case "link":
      return <LinkStep door={door} step={step} />
    case "shop":
      return <ShopStep door={door} token={step.token} />
    default:
      return <LoginStep key={step.name} door={door} purpose={purpose} is_new={step.name === "account"} />
  }
}
