import { ActionButton } from "../../../components/action-button"
import { type Column, DataList } from "../../../components/data-list"
import type { Filter } from "../../../components/list-toolbar"
import { Money } from "../../../components/money"
import { TextLink } from "../../../components/text-link"
import { type Answer, download, type Query } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { lastMonths, monthName, spanOf } from "../../../lib/months"
import { type Texts, useText } from "../../../lib/text"
import { FinancePage } from "./finance-page"
import { BALANCES, KINDS } from "./kinds"

type Movement = Answer<"GET /vendor/transactions">["transactions"][number]
type Asked = NonNullable<Query<"GET /vendor/transactions">>

const MONTHS = 24

export default function TransactionList() {
  const texts = useText()
  const { t } = texts
  const list = useListState()
  const narrowed = {
    kind: KINDS.find((kind) => kind === list.filters.kind),
    balance: BALANCES.find((balance) => balance === list.filters.balance),
    occurred_at: spanOf(list.filters.month),
  }
  const query = useAnswer(
    "GET /vendor/transactions",
    {
      query: {
        ...narrowed,
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
        label={t("shop_money.tabs.transactions")}
        query={query}
        rowsOf={({ transactions, count, limit, has_more_than_count }) => ({
          rows: transactions,
          count,
          limit,
          has_more: has_more_than_count,
        })}
        columns={columnsOf(texts)}
        list={list}
        filters={filtersOf(texts)}
        sorting={{
          first: "-created_at",
          choices: [
            { value: "-created_at", label: t("shop_money.by_date") },
            { value: "created_at", label: t("shop_money.by_date_up") },
          ],
        }}
        actions={
          <ActionButton run={() => download("GET /vendor/transactions/export", { query: narrowed })}>
            {t("actions.download")}
          </ActionButton>
        }
        empty={{ title: t("shop_money.no_transactions"), hint: t("shop_money.no_transactions_hint") }}
      />
    </FinancePage>
  )
}

const filtersOf = ({ t, language }: Texts): Filter[] => [
  {
    name: "month",
    label: t("shop_money.month"),
    choices: lastMonths(MONTHS, new Date()).map((value) => ({ value, label: monthName(value, language) })),
  },
  {
    name: "kind",
    label: t("shop_money.kind"),
    choices: KINDS.map((value) => ({ value, label: t(`movements.${value}`) })),
  },
  {
    name: "balance",
    label: t("shop_money.of_balance"),
    choices: BALANCES.map((value) => ({ value, label: t(`shop_money.states.${value}`) })),
  },
]

const columnsOf = ({ t, named, format }: Texts): Column<Movement>[] => [
  { name: "date", label: t("shop_money.date"), cell: ({ occurred_at }) => format.moment(occurred_at) },
  { name: "kind", label: t("shop_money.kind"), cell: ({ kind }) => named("movements", kind) },
  {
    name: "balance",
    label: t("shop_money.of_balance"),
    cell: ({ balance }) => named("shop_money.states", balance),
  },
  {
    name: "order",
    label: t("shop_money.order"),
    cell: ({ order_id, order_number }) =>
      order_id ? <TextLink to={`/vendor/orders/${order_id}`}>#{order_number}</TextLink> : "–",
  },
  {
    name: "moved",
    label: t("shop_money.moved"),
    align: "right",
    cell: ({ amount, currency_code }) => <Money amount={amount} currency_code={currency_code} />,
  },
]
