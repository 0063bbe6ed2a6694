import { Button } from "@medusajs/ui"
import { useState } from "react"
import { type Column, DataList } from "../../../components/data-list"
import { ReasonDrawer } from "../../../components/reason-drawer"
import { ShopLink, useShopNames } from "../../../components/shop-name"
import { StatusBadge } from "../../../components/status-badge"
import { TextLink } from "../../../components/text-link"
import type { Answer } from "../../../lib/api/client"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayAsStaff } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { FinancePage } from "./finance-page"

type Hold = Answer<"GET /admin/payouts/holds">["payout_holds"][number]
type Verb = "release" | "keep"

const STATES = ["open", "kept", "released"] as const

export default function Holds() {
  const texts = useText()
  const { t, named } = texts
  const may = useMayAsStaff()
  const list = useListState()
  const [open, setOpen] = useState<{ verb: Verb; hold: Hold } | null>(null)
  const query = useAnswer(
    "GET /admin/payouts/holds",
    {
      query: {
        state: STATES.find((state) => state === list.filters.state),
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const shopName = useShopNames(query.data?.payout_holds.map(({ vendor_id }) => vendor_id) ?? [])
  const columns = columnsOf(texts, shopName)

  return (
    <FinancePage name="holds">
      <DataList
        label={t("finance.holds")}
        query={query}
        rowsOf={({ payout_holds, count, limit }) => ({ rows: payout_holds, count, limit })}
        columns={
          may("payouts:approve")
            ? [...columns, actionsOf(texts, (verb, hold) => setOpen({ verb, hold }))]
            : columns
        }
        list={list}
        filters={[
          {
            name: "state",
            label: t("finance.status"),
            choices: STATES.map((value) => ({ value, label: named("status.hold", value) })),
          },
        ]}
        empty={{ title: t("finance.no_holds"), hint: t("finance.no_holds_hint") }}
      />
      {open && <DecideDrawer {...open} onClose={() => setOpen(null)} />}
    </FinancePage>
  )
}

function DecideDrawer({ verb, hold, onClose }: { verb: Verb; hold: Hold; onClose: () => void }) {
  const { t } = useText()
  const keep = useAction("POST /admin/payouts/holds/:id/keep", ["/admin/payouts"])
  const release = useAction("POST /admin/payouts/holds/:id/release", ["/admin/payouts"])
  const decide = { keep, release }[verb]

  return (
    <ReasonDrawer
      title={t(`finance.${verb}_title`)}
      hint={t(`finance.${verb}_hint`)}
      verb={t(`finance.${verb}`)}
      is_dangerous={verb === "keep"}
      run={(reason) => decide.mutateAsync({ params: { id: hold.id }, body: { reason } })}
      onClose={onClose}
    />
  )
}

const columnsOf = ({ t, named, format }: Texts, shopName: (id: string) => string): Column<Hold>[] => [
  {
    name: "shop",
    label: t("finance.shop"),
    cell: ({ vendor_id }) => <ShopLink id={vendor_id} name={shopName(vendor_id)} />,
  },
  {
    name: "status",
    label: t("finance.status"),
    cell: ({ state }) => <StatusBadge of="hold" status={state} />,
  },
  {
    name: "kinds",
    label: t("finance.in_common"),
    cell: ({ kinds }) => kinds.map((kind) => named("finance.kinds", kind)).join(", "),
  },
  {
    name: "order",
    label: t("finance.order"),
    cell: ({ order_id }) => <TextLink to={`/orders/${order_id}`}>{t("cases.open_order")}</TextLink>,
  },
  { name: "since", label: t("finance.since"), cell: ({ created_at }) => format.date(created_at) },
  { name: "reason", label: t("finance.reason"), is_extra: true, cell: ({ reason }) => reason ?? "–" },
]

const actionsOf = ({ t }: Texts, onOpen: (verb: Verb, hold: Hold) => void): Column<Hold> => ({
  name: "actions",
  label: "",
  align: "right",
  cell: (hold) => (
    <span className="flex justify-end gap-2">
      {hold.state === "open" && (
        <Button size="small" variant="secondary" onClick={() => onOpen("keep", hold)}>
          {t("finance.keep")}
        </Button>
      )}
      {hold.state !== "released" && (
        <Button size="small" variant="secondary" onClick={() => onOpen("release", hold)}>
          {t("finance.release")}
        </Button>
      )}
    </span>
  ),
})
