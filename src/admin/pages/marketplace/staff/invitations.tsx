import { Text } from "@medusajs/ui"
import { ActionButton } from "../../../components/action-button"
import { Loaded } from "../../../components/loaded"
import { EmptyState } from "../../../components/states"
import type { Answer } from "../../../lib/api/client"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"

type Invitation = Answer<"GET /admin/staff/invitations">["invitations"][number]

/** As many as the route gives at once. */
const MOST = 100

export function Invitations({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useText()
  const query = useAnswer("GET /admin/staff/invitations", { query: { state: "open", limit: MOST } })

  return (
    <Loaded query={query} rows={1}>
      {({ invitations }) =>
        invitations.length ? (
          invitations.map((invitation) => (
            <Row key={invitation.id} invitation={invitation} mayWrite={mayWrite} />
          ))
        ) : (
          <EmptyState title={t("staff.no_invitations")} />
        )
      }
    </Loaded>
  )
}

type Props = { invitation: Invitation; mayWrite: boolean }

function Row({ invitation: { id, email, role, expires_at }, mayWrite }: Props) {
  const { t, format } = useText()
  const revoke = useAction("DELETE /admin/staff/invitations/:id", ["/admin/staff"])

  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
      <div className="min-w-0">
        <Text size="small" weight="plus" className="break-all">
          {email}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t(`staff.roles.${role}`)} · {t("staff.holds_until", { when: format.date(expires_at) })}
        </Text>
      </div>
      {mayWrite && (
        <ActionButton
          run={() => revoke.mutateAsync({ params: { id } })}
          confirm={{ title: t("staff.revoke_ask"), hint: email, verb: t("staff.revoke") }}
        >
          {t("staff.revoke")}
          <span className="sr-only">: {email}</span>
        </ActionButton>
      )}
    </div>
  )
}
