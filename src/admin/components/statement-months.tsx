import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { Answer } from "../lib/api/client"
import { monthName } from "../lib/months"
import { useText } from "../lib/text"
import { Money } from "./money"
import { Facts, Section } from "./page"
import { EmptyState } from "./states"

type Statement = Answer<"GET /vendor/statements">["statements"][number]

type Props = {
  statements: Statement[]
  /** Beside a month: how its statement is printed and kept. */
  actionsOf: (period: string) => ReactNode
  /** When there will be one. */
  hint: string
}

/** A shop's statements by month, for itself and for staff. */
export function StatementMonths({ statements, actionsOf, hint }: Props) {
  const { t } = useText()

  return (
    <>
      {!statements.length && (
        <Section>
          <EmptyState title={t("shop_money.no_statements")} hint={hint} />
        </Section>
      )}
      {monthsOf(statements).map(([period, ofMonth]) => (
        <MonthSection key={period} period={period} statements={ofMonth} actions={actionsOf(period)} />
      ))}
    </>
  )
}

/** The months as the server orders them; in each a statement for every currency. */
function monthsOf(statements: Statement[]): [string, Statement[]][] {
  const months = new Map<string, Statement[]>()
  for (const statement of statements) {
    months.set(statement.period, [...(months.get(statement.period) ?? []), statement])
  }

  return [...months]
}

type MonthProps = { period: string; statements: Statement[]; actions: ReactNode }

function MonthSection({ period, statements, actions }: MonthProps) {
  const { t, language } = useText()

  return (
    <Section
      title={monthName(period, language)}
      actions={actions}
      className="flex flex-col gap-y-4 px-4 py-4 sm:px-6"
    >
      {statements.some(({ is_final }) => !is_final) && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("shop_money.not_final")}
        </Text>
      )}
      {statements.map(({ currency_code, opening, closing, paid_out }) => (
        <Facts
          key={currency_code}
          facts={[
            [t("shop_money.opening"), <Money key="opening" amount={opening} currency_code={currency_code} />],
            [t("shop_money.paid_out"), <Money key="paid" amount={paid_out} currency_code={currency_code} />],
            [t("shop_money.closing"), <Money key="closing" amount={closing} currency_code={currency_code} />],
          ]}
        />
      ))}
    </Section>
  )
}
