import { Button } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../../components/action-button"
import { type Column, DataList } from "../../../components/data-list"
import { Money } from "../../../components/money"
import { StatusBadge } from "../../../components/status-badge"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayAsStaff } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { type GatewayRefund, isNotMade, REFUND_CHANGES } from "./records"
import { RefundAccountDrawer } from "./refund-account-drawer"

export function GatewayRefunds() {
  const texts = useText()
  const { t } = texts
  const may = useMayAsStaff()
  const list = useListState()
  const [chosen, setChosen] = useState<GatewayRefund | null>(null)
  const query = useAnswer(
    "GET /admin/refunds",
    { query: { limit: PAGE_SIZE, offset: list.offset } },
    { keeps_last: true }
  )
  const columns = columnsOf(texts)

  return (
    <>
      <DataList
        label={t("finance.gateway_refunds")}
        title={t("finance.gateway_refunds")}
        query={query}
        rowsOf={({ refunds, count, limit }) => ({ rows: refunds, count, limit })}
        columns={
          may("refunds:create")
            ? [
                ...columns,
                {
                  name: "actions",
                  label: "",
                  align: "right",
                  cell: (refund) => <Actions refund={refund} onAccount={() => setChosen(refund)} />,
                },
              ]
            : columns
        }
        list={list}
        empty={{ title: t("finance.no_refunds") }}
      />
      {chosen && <RefundAccountDrawer refund={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}

function Actions({ refund, onAccount }: { refund: GatewayRefund; onAccount: () => void }) {
  const { t } = useText()
  const retry = useAction("POST /admin/refunds/:id/retry", REFUND_CHANGES)
  const approve = useAction("POST /admin/refunds/:id/account/approve", REFUND_CHANGES)
  const input = { params: { id: refund.id }, body: {} }
  const { account } = refund

  return (
    <span className="flex flex-wrap justify-end gap-2">
      {account?.state === "waiting" && (
        <ActionButton
          run={() => approve.mutateAsync(input)}
          confirm={{
            title: t("finance.approve_account"),
            hint: t("finance.approve_account_hint", { account: accountOf(account) }),
          }}
        >
          {t("finance.approve_account")}
        </ActionButton>
      )}
      {(refund.state === "needs_attention" || isNotMade(refund)) && (
        <Button size="small" variant="secondary" onClick={onAccount}>
          {t("finance.enter_account")}
        </Button>
      )}
      {isNotMade(refund) && (
        <ActionButton run={() => retry.mutateAsync(input)}>{t("finance.retry")}</ActionButton>
      )}
    </span>
  )
}

export const accountOf = ({
  account_name,
  account_last4,
  bank_name,
}: {
  account_name: string
  account_last4: string
  bank_name: string | null
}): string => [account_name, bank_name, `···${account_last4}`].filter(Boolean).join(", ")

const columnsOf = ({ t, format }: Texts): Column<GatewayRefund>[] => [
  {
    name: "reference",
    label: t("finance.reference"),
    cell: ({ reference, gateway }) => (
      <span className="block min-w-40 break-all">
        {reference}
        <span className="block font-normal text-ui-fg-subtle">{gateway}</span>
      </span>
    ),
  },
  {
    name: "status",
    label: t("finance.status"),
    cell: ({ state, error, account }) => (
      <span className="block whitespace-normal">
        <StatusBadge of="refund" status={state} />
        {(error || account?.error) && <span className="block">{error ?? account?.error}</span>}
      </span>
    ),
  },
  { name: "sent", label: t("finance.sent_at"), cell: ({ posted_at }) => format.date(posted_at) },
  {
    name: "account",
    label: t("finance.refund_account"),
    cell: ({ account }) => (account ? accountOf(account) : "–"),
  },
  {
    name: "amount",
    label: t("finance.amount"),
    align: "right",
    cell: ({ amount, currency_code }) => <Money amount={amount} currency_code={currency_code} />,
  },
]
