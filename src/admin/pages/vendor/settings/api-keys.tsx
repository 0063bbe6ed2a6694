import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { WHILE_OPEN } from "../../../../lib/route-access"
import { ActionButton } from "../../../components/action-button"
import { type Column, DataList } from "../../../components/data-list"
import { ShownOnceDrawer } from "../../../components/shown-once-drawer"
import { StatusBadge } from "../../../components/status-badge"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayInShop } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { type ApiKey, byArea, stateOf } from "./api-key"
import { ApiKeyDrawer } from "./api-key-drawer"
import { SettingsPage } from "./settings-page"

const ORDERS = ["-created_at", "created_at", "-last_used_at"] as const

/** Keys by which other programs work for the shop. */
export default function ApiKeys() {
  const texts = useText()
  const { t } = texts
  const list = useListState()
  const may = useMayInShop()
  const [is_making, setMaking] = useState(false)
  const [token, setToken] = useState<string | null>(null)
  const order = ORDERS.find((value) => value === list.order) ?? "-created_at"
  const query = useAnswer(
    "GET /vendor/api-keys",
    { query: { order, limit: PAGE_SIZE, offset: list.offset } },
    { keeps_last: true }
  )
  const add = may("api-keys:write") && (
    <Button size="small" onClick={() => setMaking(true)}>
      {t("api_keys.make")}
    </Button>
  )

  return (
    <SettingsPage hint={t("api_keys.hint")} writes="api-keys:write">
      <DataList
        label={t("settings.api_keys")}
        title={t("settings.api_keys")}
        query={query}
        rowsOf={({ api_keys, count, limit }) => ({ rows: api_keys, count, limit })}
        columns={columnsOf(texts, may("api-keys:write", WHILE_OPEN))}
        list={list}
        sorting={{
          first: "-created_at",
          choices: [
            { value: "-created_at", label: t("lists.newest") },
            { value: "created_at", label: t("lists.oldest") },
            { value: "-last_used_at", label: t("api_keys.by_use") },
          ],
        }}
        empty={{ title: t("api_keys.none"), hint: t("api_keys.none_hint"), action: add }}
        actions={query.data?.count ? add : undefined}
      />
      {is_making && <ApiKeyDrawer onMade={setToken} onClose={() => setMaking(false)} />}
      {token && (
        <ShownOnceDrawer
          title={t("api_keys.made")}
          warning={t("api_keys.made_warning")}
          secret={token}
          onClose={() => setToken(null)}
        >
          <code className="break-all rounded-md border border-ui-border-base bg-ui-bg-subtle p-3 text-sm">
            {token}
          </code>
        </ShownOnceDrawer>
      )}
    </SettingsPage>
  )
}

const columnsOf = ({ t, named, format }: Texts, mayRevoke: boolean): Column<ApiKey>[] => [
  {
    name: "name",
    label: t("api_keys.name"),
    cell: ({ name, prefix }) => (
      <span className="block max-w-xs break-words">
        {name}
        <span className="txt-small block font-mono text-ui-fg-subtle">{prefix}…</span>
      </span>
    ),
  },
  {
    name: "state",
    label: t("api_keys.state"),
    cell: (key) => <StatusBadge of="api_key" status={stateOf(key)} />,
  },
  {
    name: "may",
    label: t("api_keys.may"),
    cell: ({ permissions }) => (
      <Text size="small" className="max-w-sm whitespace-normal break-words">
        {byArea(permissions)
          .map(
            ({ area, permissions: own }) =>
              `${named("api_keys.areas", area)}: ${own.map(({ verb }) => named("api_keys.verbs", verb)).join(", ")}`
          )
          .join(" · ")}
      </Text>
    ),
  },
  {
    name: "used",
    label: t("api_keys.used"),
    cell: ({ last_used_at }) => (last_used_at ? format.ago(last_used_at) : t("api_keys.never")),
  },
  {
    name: "ends",
    label: t("api_keys.ends"),
    cell: ({ expires_at }) => (expires_at ? format.date(expires_at) : "–"),
  },
  ...(mayRevoke ? [{ name: "revoke", label: "", cell: (key: ApiKey) => <Revoke api_key={key} /> }] : []),
]

function Revoke({ api_key }: { api_key: ApiKey }) {
  const { t } = useText()
  const revoke = useAction("DELETE /vendor/api-keys/:id", ["/vendor/api-keys"])
  if (stateOf(api_key) === "revoked") {
    return null
  }

  return (
    <ActionButton
      run={() => revoke.mutateAsync({ params: { id: api_key.id } })}
      confirm={{
        title: t("api_keys.revoke_ask", { name: api_key.name }),
        hint: t("api_keys.revoke_hint"),
        verb: t("api_keys.revoke"),
      }}
      done={t("api_keys.revoked")}
    >
      {t("api_keys.revoke")}
      <span className="sr-only">: {api_key.name}</span>
    </ActionButton>
  )
}
