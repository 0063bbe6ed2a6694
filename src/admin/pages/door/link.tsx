import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { useLocation, useNavigate } from "react-router-dom"
import { ActionButton } from "../../components/action-button"
import { HOMES, type LinkPurpose, purposeOf } from "../../components/door/purpose"
import { Page, Section } from "../../components/page"
import { EmptyState } from "../../components/states"
import { call } from "../../lib/api/client"
import { takeSeat } from "../../lib/api/seat"
import { confirmLink } from "../../lib/api/sign-in"
import { useText } from "../../lib/text"

/** What a link in a mail opens for those who are signed in. */
export default function LinkPage() {
  const { t } = useText()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const [purpose] = useState(() => purposeOf({ pathname, search }))
  useEffect(() => {
    if (search) {
      // The token was read: it does not stay in the address.
      navigate(pathname, { replace: true })
    }
  }, [search, pathname, navigate])

  return purpose ? (
    <Confirm purpose={purpose} />
  ) : (
    <Page title={t("door.welcome")}>
      <Section>
        <EmptyState title={t("door.no_link")} />
      </Section>
    </Page>
  )
}

function Confirm({ purpose }: { purpose: LinkPurpose }) {
  const { t } = useText()
  const navigate = useNavigate()
  const client = useQueryClient()
  const is_address = purpose.kind === "verify"
  const run = async (): Promise<void> => {
    await accept(purpose)
    takeSeat({ vendor_id: null, impersonation: null })
    await client.invalidateQueries()
    navigate(HOMES[purpose.kind], { replace: true })
  }

  return (
    <Page title={t(`door.${purpose.kind}_title`)}>
      <Section className="flex flex-col items-start gap-y-4 px-4 py-4 sm:px-6">
        {!is_address && <p className="txt-small">{t("door.invitation_own")}</p>}
        <ActionButton variant="primary" run={run} done={t(is_address ? "door.verified" : "door.accepted")}>
          {t(is_address ? "door.verify" : "door.accept")}
        </ActionButton>
      </Section>
    </Page>
  )
}

function accept({ kind, token }: LinkPurpose): Promise<unknown> {
  switch (kind) {
    case "verify":
      return confirmLink(token)
    case "vendor_invitation":
      return call("POST /vendor/invitations/accept", { body: { token } })
    case "staff_invitation":
      return call("POST /auth/staff-invitations/accept", { body: { token } })
  }
}
