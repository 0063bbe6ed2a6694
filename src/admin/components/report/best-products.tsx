import { Text } from "@medusajs/ui"
import { download } from "../../lib/api/client"
import { useAnswer } from "../../lib/api/hooks"
import { useText } from "../../lib/text"
import { ActionButton } from "../action-button"
import { Loaded } from "../loaded"
import { Money } from "../money"
import { Section } from "../page"
import { EmptyState } from "../states"
import type { Surface } from "./report"

const PRODUCTS = { vendor: "GET /vendor/reports/products", admin: "GET /admin/reports/products" } as const
const EXPORT = {
  vendor: "GET /vendor/reports/products/export",
  admin: "GET /admin/reports/products/export",
} as const
const SHOWN = 10

type Props = {
  surface: Surface
  query: { from: string; to: string; time_zone?: string; currency_code?: string }
}

export function BestProducts({ surface, query: { from, to, time_zone, currency_code } }: Props) {
  const { t } = useText()
  const query = { from, to, time_zone, currency_code }
  const products = useAnswer(PRODUCTS[surface], { query: { ...query, limit: SHOWN } })

  return (
    <Section
      title={t("reports.best_products")}
      className="divide-y"
      actions={
        <ActionButton run={() => download(EXPORT[surface], { query })}>
          {t("actions.download")}
          <span className="sr-only">: {t("reports.best_products")}</span>
        </ActionButton>
      }
    >
      <Loaded query={products}>
        {({ products: rows }) =>
          rows.length ? (
            <ol className="divide-y">
              {rows.map(({ product_id, title, units, net_sales, currency_code: code }) => (
                <li key={product_id} className="flex items-center justify-between gap-x-4 px-4 py-3 sm:px-6">
                  <div className="min-w-0">
                    <Text size="small" weight="plus" className="break-words">
                      {title ?? t("reports.gone_product")}
                    </Text>
                    <Text size="small" className="text-ui-fg-subtle">
                      {t("reports.sold_units", { count: units })}
                    </Text>
                  </div>
                  <Money amount={net_sales} currency_code={code} className="txt-small" />
                </li>
              ))}
            </ol>
          ) : (
            <EmptyState title={t("reports.nothing_sold")} />
          )
        }
      </Loaded>
    </Section>
  )
}
