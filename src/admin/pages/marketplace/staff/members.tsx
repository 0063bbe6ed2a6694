import { Button } from "@medusajs/ui"
import { useState } from "react"
import { STAFF_ROLES } from "../../../../lib/permissions"
import { ActionButton } from "../../../components/action-button"
import { type Column, DataList } from "../../../components/data-list"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMe } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { type Member, nameOf } from "./member"
import { RoleDrawer } from "./role-drawer"

/** A list tells its rows apart by their id. */
type Row = Member & { id: string }

export function Members({ mayWrite }: { mayWrite: boolean }) {
  const texts = useText()
  const { t } = texts
  const list = useListState()
  const [chosen, setChosen] = useState<Member | null>(null)
  const query = useAnswer(
    "GET /admin/staff",
    {
      query: {
        role: STAFF_ROLES.find((role) => role === list.filters.role),
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )

  return (
    <>
      <DataList
        label={t("nav.staff")}
        query={query}
        rowsOf={({ staff, count, limit }) => ({
          rows: staff.map((member) => ({ ...member, id: member.user_id })),
          count,
          limit,
        })}
        columns={mayWrite ? [...columnsOf(texts), actionsOf(setChosen)] : columnsOf(texts)}
        list={list}
        filters={[
          {
            name: "role",
            label: t("staff.role"),
            choices: STAFF_ROLES.map((value) => ({ value, label: t(`staff.roles.${value}`) })),
          },
        ]}
        empty={{ title: t("states.nothing_found") }}
      />
      {chosen && <RoleDrawer member={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}

const columnsOf = ({ t, format }: Texts): Column<Row>[] => [
  { name: "name", label: t("staff.name"), cell: nameOf },
  {
    name: "email",
    label: t("door.email"),
    cell: ({ email }) => <span className="break-all">{email ?? "–"}</span>,
  },
  { name: "role", label: t("staff.role"), cell: ({ role }) => t(`staff.roles.${role}`) },
  {
    name: "since",
    label: t("staff.since"),
    is_extra: true,
    cell: ({ created_at }) => format.date(created_at),
  },
]

const actionsOf = (onChange: (member: Member) => void): Column<Row> => ({
  name: "actions",
  label: "",
  align: "right",
  cell: (member) => <Actions member={member} onChange={() => onChange(member)} />,
})

/** Of the others: nobody takes the own role away by mistake. */
function Actions({ member, onChange }: { member: Member; onChange: () => void }) {
  const { t } = useText()
  const { data: me } = useMe()
  const remove = useAction("DELETE /admin/staff/:id", ["/admin/staff"])
  const name = nameOf(member)
  if (member.user_id === me?.user.id) {
    return t("staff.you")
  }

  return (
    <span className="flex flex-wrap justify-end gap-2">
      <Button size="small" variant="secondary" onClick={onChange}>
        {t("staff.change_role")}
        <span className="sr-only">: {name}</span>
      </Button>
      <ActionButton
        run={() => remove.mutateAsync({ params: { id: member.user_id } })}
        confirm={{
          title: t("staff.remove_ask", { name }),
          hint: t("staff.remove_hint"),
          verb: t("actions.remove"),
        }}
        done={t("staff.removed", { name })}
      >
        {t("actions.remove")}
        <span className="sr-only">: {name}</span>
      </ActionButton>
    </span>
  )
}
