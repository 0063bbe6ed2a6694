import { Text } from "@medusajs/ui"
import { Money } from "../../../components/money"
import { Facts, Section } from "../../../components/page"
import { TextLink } from "../../../components/text-link"
import type { Answer } from "../../../lib/api/client"
import { useText } from "../../../lib/text"

type Balance = NonNullable<Answer<"GET /vendor/home">["home"]["balances"]>[number]

const STATES = ["available", "pending", "reserved", "disputed", "in_transit"] as const

/** What is always shown, also when there is none of it. */
const ALWAYS: readonly string[] = ["available", "pending"]

export function BalanceSection({ balances }: { balances: Balance[] }) {
  const { t } = useText()

  return (
    <Section
      title={t("home.balance")}
      actions={
        <TextLink to="/vendor/finance" className="txt-small">
          {t("nav.finance")}
        </TextLink>
      }
      className="flex flex-col gap-y-4 px-4 py-4 sm:px-6"
    >
      {!balances.length && <Text size="small">{t("home.no_balance")}</Text>}
      {balances.map((balance) => (
        <Facts
          key={balance.currency_code}
          facts={STATES.filter((state) => ALWAYS.includes(state) || Number(balance[state]) !== 0).map(
            (state) => [
              t(`home.${state}`),
              <Money key={state} amount={balance[state]} currency_code={balance.currency_code} />,
            ]
          )}
        />
      ))}
    </Section>
  )
}
