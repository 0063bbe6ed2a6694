import { type Column, DataList } from "../../../components/data-list"
import { Money } from "../../../components/money"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer, Query } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { type Texts, useText } from "../../../lib/text"
import { FinancePage } from "./finance-page"

type Payout = Answer<"GET /vendor/payouts">["payouts"][number]
type Asked = NonNullable<Query<"GET /vendor/payouts">>

const STATES = [
  "awaiting_approval",
  "ready",
  "posting",
  "pending",
  "needs_otp",
  "unknown",
  "paid",
  "rejected",
  "failed",
  "returned",
] as const

export default function PayoutList() {
  const texts = useText()
  const { t, named } = texts
  const list = useListState()
  const query = useAnswer(
    "GET /vendor/payouts",
    {
      query: {
        state: STATES.find((state) => state === list.filters.state),
        order: (list.order as Asked["order"]) ?? "-created_at",
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )

  return (
    <FinancePage>
      <DataList
        label={t("shop_money.tabs.payouts")}
        query={query}
        rowsOf={({ payouts, count, limit }) => ({ rows: payouts, count, limit })}
        columns={columnsOf(texts)}
        list={list}
        href={({ id }) => `/vendor/finance/payouts/${id}`}
        filters={[
          {
            name: "state",
            label: t("shop_money.state"),
            choices: STATES.map((value) => ({ value, label: named("status.shop_payout", value) })),
          },
        ]}
        sorting={{
          first: "-created_at",
          choices: [
            { value: "-created_at", label: t("shop_money.by_date") },
            { value: "created_at", label: t("shop_money.by_date_up") },
          ],
        }}
        empty={{ title: t("shop_money.no_payouts"), hint: t("shop_money.no_payouts_hint") }}
      />
    </FinancePage>
  )
}

const columnsOf = ({ t, format }: Texts): Column<Payout>[] => [
  { name: "asked", label: t("shop_money.date"), cell: ({ created_at }) => format.moment(created_at) },
  {
    name: "state",
    label: t("shop_money.state"),
    cell: ({ state }) => <StatusBadge of="shop_payout" status={state} />,
  },
  {
    name: "account",
    label: t("shop_money.to_account"),
    cell: ({ bank_name, account_last4 }) =>
      t("shop_money.account_ends", { bank: bank_name ?? "–", last4: account_last4 }),
    is_extra: true,
  },
  {
    name: "amount",
    label: t("shop_money.amount"),
    align: "right",
    cell: ({ amount, currency_code }) => <Money amount={amount} currency_code={currency_code} />,
  },
]
