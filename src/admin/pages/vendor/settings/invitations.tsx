import { Text } from "@medusajs/ui"
import { ActionButton } from "../../../components/action-button"
import { Loaded } from "../../../components/loaded"
import { EmptyState } from "../../../components/states"
import type { Answer } from "../../../lib/api/client"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"

type Invitation = Answer<"GET /vendor/invitations">["invitations"][number]

const MOST = 100

/** Who may no longer invite can still take an invitation back. */
type Rights = { mayInvite: boolean; mayWrite: boolean }

export function Invitations(rights: Rights) {
  const { t } = useText()
  const query = useAnswer("GET /vendor/invitations", { query: { state: "open", limit: MOST } })

  return (
    <Loaded query={query} rows={1}>
      {({ invitations }) =>
        invitations.length ? (
          invitations.map((invitation) => <Row key={invitation.id} invitation={invitation} {...rights} />)
        ) : (
          <EmptyState title={t("team.no_invitations")} />
        )
      }
    </Loaded>
  )
}

type Props = Rights & { invitation: Invitation }

function Row({ invitation: { id, email, role, expires_at }, mayInvite, mayWrite }: Props) {
  const { t, named, format } = useText()
  const resend = useAction("POST /vendor/invitations/:id/resend", ["/vendor/invitations"])
  const revoke = useAction("DELETE /vendor/invitations/:id", ["/vendor/invitations"])

  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
      <div className="min-w-0">
        <Text size="small" weight="plus" className="break-all">
          {email}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {named("team.roles", role)} · {t("team.holds_until", { when: format.date(expires_at) })}
        </Text>
      </div>
      {mayWrite && (
        <div className="flex flex-wrap gap-2">
          {mayInvite && (
            <ActionButton run={() => resend.mutateAsync({ params: { id } })} done={t("team.invited")}>
              {t("team.resend")}
            </ActionButton>
          )}
          <ActionButton
            run={() => revoke.mutateAsync({ params: { id } })}
            confirm={{ title: t("team.revoke_ask"), hint: email }}
          >
            {t("team.revoke")}
          </ActionButton>
        </div>
      )}
    </div>
  )
}
