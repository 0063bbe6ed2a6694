import { Text } from "@medusajs/ui"
import { Money } from "../../../components/money"
import { Section } from "../../../components/page"
import type { Answer } from "../../../lib/api/client"
import { useText } from "../../../lib/text"

type Sales = NonNullable<Answer<"GET /vendor/home">["home"]["sales"]>

export function SalesSection({ sales: { currencies, time_zone } }: { sales: Sales }) {
  const { t, format } = useText()

  return (
    <Section title={t("home.sales")} hint={t("home.zone", { zone: time_zone })}>
      {!currencies.length && <Text size="small">{t("home.no_sales")}</Text>}
      <div className="flex flex-col gap-y-4">
        {currencies.map(({ currency_code, today, last_30_days, previous_30_days }) => (
          <div key={currency_code} className="grid grid-cols-1 gap-4 sm:grid-cols-2">
            <Figure
              label={t("home.today")}
              amount={today.total}
              currency_code={currency_code}
              hint={t("home.orders_count", { count: today.orders })}
            />
            <Figure
              label={t("home.last_30_days")}
              amount={last_30_days.total}
              currency_code={currency_code}
              hint={`${t("home.orders_count", { count: last_30_days.orders })} · ${t("home.before", {
                amount: format.money(previous_30_days.total, currency_code),
              })}`}
            />
          </div>
        ))}
      </div>
    </Section>
  )
}

type FigureProps = { label: string; amount: string; currency_code: string; hint: string }

function Figure({ label, amount, currency_code, hint }: FigureProps) {
  return (
    <div>
      <Text size="small" className="text-ui-fg-subtle">
        {label}
      </Text>
      <Text size="xlarge" weight="plus">
        <Money amount={amount} currency_code={currency_code} />
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {hint}
      </Text>
    </div>
  )
}
