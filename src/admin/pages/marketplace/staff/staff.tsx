import { Button } from "@medusajs/ui"
import { useState } from "react"
import { STAFF_ROLES } from "../../../../lib/permissions"
import { Page, Section } from "../../../components/page"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { Invitations } from "./invitations"
import { InviteDrawer } from "./invite-drawer"
import { Members } from "./members"

/** Who works for the marketplace, who was asked to, and what the roles mean. */
export default function Staff() {
  const { t } = useText()
  const mayWrite = useMayAsStaff()("staff:write")
  const [is_open, setOpen] = useState(false)

  return (
    <Page
      title={t("nav.staff")}
      hint={t("staff.hint")}
      actions={
        mayWrite && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t("staff.invite")}
          </Button>
        )
      }
    >
      <Members mayWrite={mayWrite} />
      <Section title={t("staff.invitations")} className="divide-y">
        <Invitations mayWrite={mayWrite} />
      </Section>
      <Section title={t("staff.roles_title")}>
        <dl className="flex flex-col gap-y-3">
          {STAFF_ROLES.map((role) => (
            <div key={role}>
              <dt className="txt-small-plus">{t(`staff.roles.${role}`)}</dt>
              <dd className="txt-small text-ui-fg-subtle">{t(`staff.means.${role}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {is_open && <InviteDrawer onClose={() => setOpen(false)} />}
    </Page>
  )
}
