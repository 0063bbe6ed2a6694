import { Button } from "@medusajs/ui"
import { useState } from "react"
import { WHILE_OPEN } from "../../../../lib/route-access"
import { Section } from "../../../components/page"
import { useMayInShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { Invitations } from "./invitations"
import { InviteDrawer } from "./invite-drawer"
import { Members } from "./members"
import { ROLES } from "./roles"
import { SettingsPage } from "./settings-page"

/** Who works in the shop, who was asked to, and what the roles mean. */
export default function Team() {
  const { t } = useText()
  const may = useMayInShop()
  const mayInvite = may("members:write")
  const mayWrite = may("members:write", WHILE_OPEN)
  const [is_open, setOpen] = useState(false)

  return (
    <SettingsPage writes="members:write">
      <Section
        title={t("settings.team")}
        className="divide-y"
        actions={
          mayInvite && (
            <Button size="small" onClick={() => setOpen(true)}>
              {t("team.invite")}
            </Button>
          )
        }
      >
        <Members mayWrite={mayWrite} />
      </Section>
      <Section title={t("team.invitations")} className="divide-y">
        <Invitations mayInvite={mayInvite} mayWrite={mayWrite} />
      </Section>
      <Section title={t("team.roles_title")}>
        <dl className="flex flex-col gap-y-3">
          {ROLES.map((role) => (
            <div key={role}>
              <dt className="txt-small-plus">{t(`team.roles.${role}`)}</dt>
              <dd className="txt-small text-ui-fg-subtle">{t(`team.means.${role}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {is_open && <InviteDrawer onClose={() => setOpen(false)} />}
    </SettingsPage>
  )
}
