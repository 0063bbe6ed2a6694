import { Text } from "@medusajs/ui"
import { Loaded } from "../../../components/loaded"
import { Money } from "../../../components/money"
import { Section, TwoColumns } from "../../../components/page"
import { StandingNote } from "../../../components/standing-note"
import { EmptyState } from "../../../components/states"
import type { Answer } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { useMayInShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { AccountSection } from "./account-section"
import { FinancePage } from "./finance-page"
import { HeldSection } from "./held-section"
import { RequestPayout } from "./request-payout"

type Balance = Answer<"GET /vendor/balances">["balances"][number]

const STATES = [
  "available",
  "pending",
  "reserved",
  "disputed",
  "in_transit",
  "split",
  "deposit",
  "cash",
  "receivable",
  "paid_out",
] as const

/** Shown even when there is none of it. */
const ALWAYS: readonly string[] = ["available", "pending"]

export default function BalancePage() {
  const { t } = useText()
  const may = useMayInShop()
  const query = useAnswer("GET /vendor/balances", {})

  return (
    <FinancePage>
      <StandingNote permission="payouts:request" />
      <TwoColumns
        main={
          <Loaded query={query}>
            {({ balances }) => (
              <>
                {!balances.length && (
                  <Section>
                    <EmptyState title={t("shop_money.no_balance")} hint={t("shop_money.no_balance_hint")} />
                  </Section>
                )}
                {balances.map((balance) => (
                  <BalanceSection key={balance.currency_code} balance={balance} />
                ))}
              </>
            )}
          </Loaded>
        }
        side={
          <>
            <HeldSection />
            {may("bank-accounts:read") && <AccountSection />}
          </>
        }
      />
    </FinancePage>
  )
}

function BalanceSection({ balance }: { balance: Balance }) {
  const { t } = useText()
  const { currency_code } = balance
  const states = STATES.filter((state) => ALWAYS.includes(state) || Number(balance[state]) !== 0)

  return (
    <Section
      title={t("shop_money.balance_in", { currency: currency_code.toUpperCase() })}
      actions={<RequestPayout available={balance.available} currency_code={currency_code} />}
      className="divide-y"
    >
      {balance.is_under_review && (
        <Text size="small" className="px-4 py-3 text-ui-fg-subtle sm:px-6">
          {t("shop_money.under_review")}
        </Text>
      )}
      <dl className="divide-y">
        {states.map((state) => {
          // What was paid out and then given back to buyers.
          const text = state === "available" && Number(balance.available) < 0 ? "overdrawn" : state

          return (
            <div key={state} className="flex items-start justify-between gap-x-4 px-4 py-3 sm:px-6">
              <dt className="min-w-0">
                <span className="txt-compact-small-plus block">{t(`shop_money.states.${text}`)}</span>
                <span className="txt-small block text-ui-fg-subtle">{t(`shop_money.meanings.${text}`)}</span>
              </dt>
              <dd className={state === "available" ? "txt-compact-medium-plus" : "txt-compact-medium"}>
                <Money
                  amount={text === "overdrawn" ? balance[state].replace("-", "") : balance[state]}
                  currency_code={currency_code}
                />
              </dd>
            </div>
          )
        })}
      </dl>
    </Section>
  )
}
