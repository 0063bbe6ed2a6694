import { Badge, Text } from "@medusajs/ui"
import { type Column, DataList } from "../../../components/data-list"
import { Loaded } from "../../../components/loaded"
import { Money } from "../../../components/money"
import { Facts, Section } from "../../../components/page"
import { useShopNames } from "../../../components/shop-name"
import type { Answer } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayAsStaff } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { BookedAmount } from "./booked-amount"
import { FinancePage } from "./finance-page"
import { askedAccount, OwnerChoice, useAccountFilters } from "./ledger-filters"

type Account = Answer<"GET /admin/ledger/accounts">["accounts"][number] & { id: string }

export default function Books() {
  const may = useMayAsStaff()

  return (
    <FinancePage name="books">
      {may("ledger:read") && (
        <>
          <TrialBalance />
          <Accounts />
        </>
      )}
    </FinancePage>
  )
}

function TrialBalance() {
  const { t } = useText()
  const query = useAnswer("GET /admin/ledger/trial-balance", {})

  return (
    <Section title={t("finance.trial_balance")} hint={t("finance.trial_hint")} className="divide-y">
      <Loaded query={query} rows={3}>
        {({ trial_balance }) => (
          <>
            {!trial_balance.length && (
              <Text size="small" className="px-4 py-4 sm:px-6">
                {t("finance.no_books")}
              </Text>
            )}
            {trial_balance.map((line) => (
              <Balance key={line.currency_code} line={line} />
            ))}
          </>
        )}
      </Loaded>
    </Section>
  )
}

type Line = Answer<"GET /admin/ledger/trial-balance">["trial_balance"][number]

function Balance({ line: { currency_code, debit, credit, difference } }: { line: Line }) {
  const { t, format } = useText()
  const is_balanced = Number(difference) === 0

  return (
    <div className="flex flex-col gap-y-2 px-4 py-4 sm:px-6">
      <div className="flex items-center gap-x-2">
        <Text weight="plus">{currency_code.toUpperCase()}</Text>
        <Badge size="2xsmall" color={is_balanced ? "green" : "red"}>
          {is_balanced
            ? t("finance.balanced")
            : t("finance.unbalanced", { amount: format.money(difference, currency_code) })}
        </Badge>
      </div>
      <Facts
        facts={[
          [t("finance.debit"), <Money key="debit" amount={debit} currency_code={currency_code} />],
          [t("finance.credit"), <Money key="credit" amount={credit} currency_code={currency_code} />],
        ]}
      />
    </div>
  )
}

function Accounts() {
  const texts = useText()
  const { t } = texts
  const list = useListState()
  const filters = useAccountFilters()
  const query = useAnswer(
    "GET /admin/ledger/accounts",
    { query: { ...askedAccount(list), limit: PAGE_SIZE, offset: list.offset } },
    { keeps_last: true }
  )
  const owners = [list.filters.owner, ...(query.data?.accounts ?? []).map(({ owner }) => owner)]
  const shopName = useShopNames(owners.flatMap((owner) => (owner?.startsWith("vend_") ? [owner] : [])))

  return (
    <DataList
      label={t("finance.accounts")}
      title={t("finance.accounts")}
      query={query}
      rowsOf={({ accounts, count, limit }) => ({
        rows: accounts.map((account) => ({ ...account, id: account.account })),
        count,
        limit,
      })}
      columns={columnsOf(texts, shopName)}
      list={list}
      href={postingsOf}
      filters={filters}
      actions={<OwnerChoice list={list} ownerName={shopName} />}
      empty={{ title: t("finance.no_books") }}
    />
  )
}

/** To what was booked on the account. */
const postingsOf = ({ account_type, owner, currency_code }: Account): string =>
  `/marketplace/finance/postings?${new URLSearchParams({ account_type, currency_code, ...(owner && { owner }) })}`

const columnsOf = ({ t, named }: Texts, shopName: (id: string) => string): Column<Account>[] => [
  {
    name: "type",
    label: t("finance.account_type"),
    cell: ({ account_type }) => named("ledger.accounts", account_type),
  },
  { name: "owner", label: t("finance.owner"), cell: ({ owner }) => (owner ? shopName(owner) : "–") },
  {
    name: "side",
    label: t("finance.balance"),
    align: "right",
    cell: ({ balance, currency_code }) => <BookedAmount amount={balance} currency_code={currency_code} />,
  },
]
