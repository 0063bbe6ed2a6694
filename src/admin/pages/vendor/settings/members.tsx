import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../../components/action-button"
import { Loaded } from "../../../components/loaded"
import type { Answer } from "../../../lib/api/client"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { useMe } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { RoleDrawer } from "./role-drawer"

type Member = Answer<"GET /vendor/members">["members"][number]

/** As many as the route gives at once. */
const MOST = 100

export function Members({ mayWrite }: { mayWrite: boolean }) {
  const query = useAnswer("GET /vendor/members", { query: { limit: MOST } })

  return (
    <Loaded query={query} rows={2}>
      {({ members }) => members.map((member) => <Row key={member.id} member={member} mayWrite={mayWrite} />)}
    </Loaded>
  )
}

function Row({ member: { id, role, user }, mayWrite }: { member: Member; mayWrite: boolean }) {
  const { t, named } = useText()
  const { data: me } = useMe()
  const [is_changing, setChanging] = useState(false)
  const remove = useAction("DELETE /vendor/members/:id", ["/vendor/members"])
  const name = [user.first_name, user.last_name].filter(Boolean).join(" ") || (user.email ?? user.id)

  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
      <div className="min-w-0">
        <Text size="small" weight="plus" className="break-words">
          {name}
        </Text>
        <Text size="small" className="break-all text-ui-fg-subtle">
          {[named("team.roles", role), name !== user.email && user.email].filter(Boolean).join(" · ")}
        </Text>
      </div>
      {mayWrite && user.id !== me?.user.id && (
        <div className="flex flex-wrap gap-2">
          <Button size="small" variant="secondary" onClick={() => setChanging(true)}>
            {t("team.change_role")}
            <span className="sr-only">: {name}</span>
          </Button>
          <ActionButton
            run={() => remove.mutateAsync({ params: { id } })}
            confirm={{
              title: t("team.remove_ask", { name }),
              hint: t("team.remove_hint"),
              verb: t("actions.remove"),
            }}
            done={t("team.removed")}
          >
            {t("actions.remove")}
            <span className="sr-only">: {name}</span>
          </ActionButton>
        </div>
      )}
      {is_changing && (
        <RoleDrawer member_id={id} name={name} role={role} onClose={() => setChanging(false)} />
      )}
    </div>
  )
}
