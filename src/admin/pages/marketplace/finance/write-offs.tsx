import { Text } from "@medusajs/ui"
import { ActionButton } from "../../../components/action-button"
import { type Column, DataList } from "../../../components/data-list"
import { Money } from "../../../components/money"
import { useNames, usePeople } from "../../../components/names"
import { ShopLink, useShopNames } from "../../../components/shop-name"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer } from "../../../lib/api/client"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useIsOwnRequest, useMayAsStaff } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { FinancePage } from "./finance-page"

type WriteOff = Answer<"GET /admin/payouts/write-offs">["write_offs"][number]

export default function WriteOffs() {
  const texts = useText()
  const { t } = texts
  const may = useMayAsStaff()
  const list = useListState()
  const query = useAnswer(
    "GET /admin/payouts/write-offs",
    { query: { limit: PAGE_SIZE, offset: list.offset } },
    { keeps_last: true }
  )
  const shopName = useShopNames(query.data?.write_offs.map(({ vendor_id }) => vendor_id) ?? [])
  const personName = useNames(
    usePeople,
    query.data?.write_offs.flatMap(({ requested_by, decided_by }) => [requested_by, decided_by]) ?? []
  )
  const columns = columnsOf(texts, { shopName, personName })

  return (
    <FinancePage name="write_offs">
      <DataList
        label={t("finance.write_offs")}
        query={query}
        rowsOf={({ write_offs, count, limit }) => ({ rows: write_offs, count, limit })}
        columns={
          may("payouts:approve")
            ? [
                ...columns,
                {
                  name: "actions",
                  label: "",
                  align: "right",
                  cell: (row) => row.state === "requested" && <Decide writeOff={row} />,
                },
              ]
            : columns
        }
        list={list}
        empty={{ title: t("finance.no_write_offs"), hint: t("finance.no_write_offs_hint") }}
      />
    </FinancePage>
  )
}

function Decide({ writeOff }: { writeOff: WriteOff }) {
  const { t, format } = useText()
  const isOwnRequest = useIsOwnRequest()
  const { id, amount, currency_code } = writeOff
  const approve = useAction("POST /admin/payouts/write-offs/:id/approve", ["/admin/payouts"])
  const reject = useAction("POST /admin/payouts/write-offs/:id/reject", ["/admin/payouts"])
  const input = { params: { id }, body: {} }

  return (
    <span className="flex flex-wrap items-center justify-end gap-2">
      <ActionButton run={() => reject.mutateAsync(input)}>{t("finance.reject")}</ActionButton>
      {isOwnRequest(writeOff) ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("finance.own_request")}
        </Text>
      ) : (
        <ActionButton
          run={() => approve.mutateAsync(input)}
          confirm={{
            title: t("finance.approve"),
            hint: t("finance.approve_write_off_hint", { amount: format.money(amount, currency_code) }),
          }}
        >
          {t("finance.approve")}
        </ActionButton>
      )}
    </span>
  )
}

type Names = Record<"shopName" | "personName", (id: string) => string>

const columnsOf = ({ t, format }: Texts, { shopName, personName }: Names): Column<WriteOff>[] => [
  {
    name: "shop",
    label: t("finance.shop"),
    cell: ({ vendor_id }) => <ShopLink id={vendor_id} name={shopName(vendor_id)} />,
  },
  {
    name: "status",
    label: t("finance.status"),
    cell: ({ state }) => <StatusBadge of="write_off" status={state} />,
  },
  { name: "reason", label: t("finance.reason"), cell: ({ reason }) => reason },
  {
    name: "who",
    label: t("finance.asked_by"),
    cell: ({ requested_by, decided_by }) => (
      <>
        {personName(requested_by)}
        {decided_by && (
          <span className="block text-ui-fg-subtle">
            {t("finance.decided_by", { who: personName(decided_by) })}
          </span>
        )}
      </>
    ),
  },
  { name: "created", label: t("finance.created"), cell: ({ created_at }) => format.date(created_at) },
  {
    name: "amount",
    label: t("finance.amount"),
    align: "right",
    cell: ({ amount, currency_code }) => <Money amount={amount} currency_code={currency_code} />,
  },
]
