import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Loaded } from "../../../components/loaded"
import { Money } from "../../../components/money"
import { Facts, Section } from "../../../components/page"
import { EmptyState } from "../../../components/states"
import type { Answer } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { FinancePage } from "./finance-page"
import { InvoiceList } from "./invoice-list"

type Debt = Answer<"GET /vendor/debts">["debts"][number]

export default function DebtsPage() {
  const { t } = useText()
  const query = useAnswer("GET /vendor/debts", {})

  return (
    <FinancePage>
      <Loaded query={query} rows={2}>
        {({ debts }) => (
          <>
            {!debts.length && (
              <Section>
                <EmptyState title={t("shop_money.no_debts")} hint={t("shop_money.debts_hint")} />
              </Section>
            )}
            {debts.map((debt) => (
              <DebtSection key={debt.currency_code} debt={debt} />
            ))}
          </>
        )}
      </Loaded>
      <InvoiceList />
    </FinancePage>
  )
}

function DebtSection({ debt }: { debt: Debt }) {
  const { t, named, format } = useText()
  const { currency_code, owed, since, cash_held, parts } = debt
  const money = (amount: string): ReactNode => (
    <Money key={amount} amount={amount} currency_code={currency_code} />
  )
  const facts: [string, ReactNode][] = [[t("shop_money.owed"), money(owed)]]
  if (since) {
    facts.push([t("shop_money.since"), format.date(since)])
  }
  if (Number(cash_held) !== 0) {
    facts.push([t("shop_money.cash_held"), money(cash_held)])
  }

  return (
    <Section
      title={t("shop_money.owed_in", { currency: currency_code.toUpperCase() })}
      hint={t("shop_money.debts_hint")}
      className="flex flex-col gap-y-4 px-4 py-4 sm:px-6"
    >
      <Facts facts={facts} />
      {parts.length > 0 && (
        <div className="flex flex-col gap-y-2">
          <Text size="small" weight="plus">
            {t("shop_money.why_owed")}
          </Text>
          <Facts
            facts={parts.map(({ owed_for, amount }) => [
              named("shop_money.owed_for", owed_for),
              money(amount),
            ])}
          />
        </div>
      )}
    </Section>
  )
}
