import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { type Enrolment, startAuthenticator } from "../../lib/factor"
import { useMe } from "../../lib/me"
import { useText } from "../../lib/text"
import { ActionButton } from "../action-button"
import { DrawerHead } from "../drawer-head"
import { AuthenticatorDrawer } from "./authenticator-drawer"
import { useRecentSignIn } from "./use-recent-sign-in"

type Props = { onShown: () => void; onClose: () => void }

/** Asked for a second factor, and there is none: an app can be added at once, and counts as shown. */
export function NoFactor({ onShown, onClose }: Props) {
  const { t } = useText()
  const { data: me } = useMe()
  const recent = useRecentSignIn()
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  if (enrolment) {
    const done = (): void => {
      toast.success(t("security.added"), { description: t("security.then_codes") })
      onShown()
    }

    return <AuthenticatorDrawer enrolment={enrolment} onClose={onClose} onAdded={done} />
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <DrawerHead title={t("step_up.title")} hint={t("step_up.hint")} />
        <Drawer.Body className="flex flex-col items-start gap-y-4">
          <Text>{t("step_up.none")}</Text>
          <ActionButton
            variant="primary"
            run={async () => setEnrolment(await recent(() => startAuthenticator(me?.user.email ?? "")))}
          >
            {t("security.add.totp")}
          </ActionButton>
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("actions.close")}
            </Button>
          </Drawer.Close>
          <Button size="small" variant="secondary" asChild>
            <Link to={me?.staff ? "/marketplace/security" : "/vendor/settings/security"} onClick={onClose}>
              {t("step_up.to_security")}
            </Link>
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
