import { ActionButton } from "../../../components/action-button"
import { type Column, DataList } from "../../../components/data-list"
import { Money } from "../../../components/money"
import { useShopNames } from "../../../components/shop-name"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer } from "../../../lib/api/client"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayAsStaff } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { BankFilesSection } from "./bank-files-section"
import { FinancePage } from "./finance-page"
import { statusOf, TO_SEND } from "./records"

type Payout = Answer<"GET /admin/payouts">["payouts"][number]

const STATES = [
  "awaiting_approval",
  "ready",
  "posting",
  "pending",
  "needs_otp",
  "unknown",
  "paid",
  "failed",
  "returned",
  "rejected",
] as const

export default function Payouts() {
  const texts = useText()
  const { t, named } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /admin/payouts",
    {
      query: {
        state: STATES.find((state) => state === list.filters.state),
        is_to_send: list.filters.state === TO_SEND ? "true" : undefined,
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const shopName = useShopNames(query.data?.payouts.map(({ vendor_id }) => vendor_id) ?? [])

  return (
    <FinancePage name="payouts" actions={<RunButton />}>
      <BankFilesSection />
      <DataList
        label={t("finance.payouts")}
        query={query}
        rowsOf={({ payouts, count, limit }) => ({ rows: payouts, count, limit })}
        columns={columnsOf(texts, shopName)}
        list={list}
        href={({ id }) => `/marketplace/finance/payouts/${id}`}
        filters={[
          {
            name: "state",
            label: t("finance.status"),
            choices: [...STATES, TO_SEND].map((value) => ({ value, label: named("status.payout", value) })),
          },
        ]}
        empty={{ title: t("finance.no_payouts") }}
      />
    </FinancePage>
  )
}

/** The job does it by itself; whoever has just topped up a balance need not wait for it. */
function RunButton() {
  const { t } = useText()
  const may = useMayAsStaff()
  const run = useAction("POST /admin/payouts/run", ["/admin/payouts", "/admin/operations"])

  return (
    may("payouts:approve") && (
      <ActionButton
        run={() => run.mutateAsync({ body: {} })}
        done={t("finance.payouts_ran")}
        confirm={{ title: t("finance.run_payouts"), hint: t("finance.run_payouts_hint") }}
      >
        {t("finance.run_payouts")}
      </ActionButton>
    )
  )
}

const columnsOf = ({ t, format }: Texts, shopName: (id: string) => string): Column<Payout>[] => [
  { name: "shop", label: t("finance.shop"), cell: ({ vendor_id }) => shopName(vendor_id) },
  {
    name: "status",
    label: t("finance.status"),
    cell: (payout) => <StatusBadge of="payout" status={statusOf(payout)} />,
  },
  { name: "created", label: t("finance.created"), cell: ({ created_at }) => format.moment(created_at) },
  {
    name: "to",
    label: t("finance.to_account"),
    is_extra: true,
    cell: ({ bank_name, account_last4 }) => `${bank_name ?? ""} ···${account_last4}`,
  },
  {
    name: "amount",
    label: t("finance.amount"),
    align: "right",
    cell: ({ amount, currency_code }) => <Money amount={amount} currency_code={currency_code} />,
  },
]
