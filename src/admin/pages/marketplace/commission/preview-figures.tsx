import { Text } from "@medusajs/ui"
import { Money } from "../../../components/money"
import { Facts } from "../../../components/page"
import type { Answer } from "../../../lib/api/client"
import { useText } from "../../../lib/text"

export type Figures = Answer<"POST /admin/commission/preview">["preview"]

export function PreviewFigures({ figures: { from, before, totals, vendors } }: { figures: Figures }) {
  const { t, format } = useText()
  if (!totals.length) {
    return <Text size="small">{t("commission.preview_none")}</Text>
  }

  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small" className="text-ui-fg-subtle">
        {t("commission.preview_hint", { from: format.date(from), to: format.date(before) })}
      </Text>
      {totals.map((total) => (
        <div key={total.currency_code} className="rounded-lg border p-3">
          <Text size="small" weight="plus" className="mb-2">
            {t("commission.preview_currency", {
              currency: total.currency_code.toUpperCase(),
              orders: format.number(total.orders),
            })}
          </Text>
          <Facts
            facts={[
              [t("commission.before"), money(total.before.commission_total, total.currency_code)],
              [t("commission.after"), money(total.after.commission_total, total.currency_code)],
              [t("commission.change"), money(total.change, total.currency_code)],
            ]}
          />
        </div>
      ))}
      {vendors.length > 0 && (
        <div>
          <Text size="small" weight="plus" className="mb-2">
            {t("commission.most_changed")}
          </Text>
          <Facts
            facts={vendors.map(({ vendor_id, vendor_name, change, currency_code }) => [
              vendor_name ?? vendor_id,
              money(change, currency_code),
            ])}
          />
        </div>
      )}
    </div>
  )
}

const money = (amount: string, currency_code: string) => (
  <Money key={currency_code} amount={amount} currency_code={currency_code} />
)
