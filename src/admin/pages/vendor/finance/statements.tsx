import { Text } from "@medusajs/ui"
import { ActionButton } from "../../../components/action-button"
import { Loaded } from "../../../components/loaded"
import { Money } from "../../../components/money"
import { Facts, Section } from "../../../components/page"
import { PrintButton } from "../../../components/print-button"
import { EmptyState } from "../../../components/states"
import { type Answer, download } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { FinancePage } from "./finance-page"
import { monthName } from "./months"

type Statement = Answer<"GET /vendor/statements">["statements"][number]

export default function StatementList() {
  const { t } = useText()
  const query = useAnswer("GET /vendor/statements", {})

  return (
    <FinancePage>
      <Loaded query={query}>
        {({ statements }) => (
          <>
            {!statements.length && (
              <Section>
                <EmptyState title={t("shop_money.no_statements")} hint={t("shop_money.no_statements_hint")} />
              </Section>
            )}
            {monthsOf(statements).map(([period, ofMonth]) => (
              <MonthSection key={period} period={period} statements={ofMonth} />
            ))}
          </>
        )}
      </Loaded>
    </FinancePage>
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

function MonthSection({ period, statements }: { period: string; statements: Statement[] }) {
  const { t, language } = useText()
  const params = { period }

  return (
    <Section
      title={monthName(period, language)}
      actions={
        <>
          <PrintButton route="GET /vendor/statements/:period/print" input={{ params }}>
            {t("actions.print")}
          </PrintButton>
          <ActionButton run={() => download("GET /vendor/statements/:period/export", { params })}>
            {t("actions.download")}
          </ActionButton>
        </>
      }
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
