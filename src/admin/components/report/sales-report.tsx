import { Text } from "@medusajs/ui"
import { lazy, Suspense } from "react"
import { download } from "../../lib/api/client"
import { useAnswer } from "../../lib/api/hooks"
import { useListState } from "../../lib/list-state"
import { askedPeriod } from "../../lib/report-period"
import { useText } from "../../lib/text"
import { ActionButton } from "../action-button"
import { Loaded } from "../loaded"
import { Page, Section } from "../page"
import { SelectBox } from "../select-box"
import { LoadingState } from "../states"
import { BestProducts } from "./best-products"
import { Figures } from "./figures"
import { BOX, PeriodChoice } from "./period-choice"
import type { Report, Surface } from "./report"
import { SeriesTable } from "./series-table"

// The largest part of these pages: the figures do not wait for it.
const SalesChart = lazy(() => import("./sales-chart"))

const SALES = { vendor: "GET /vendor/reports/sales", admin: "GET /admin/reports/sales" } as const
const EXPORT = {
  vendor: "GET /vendor/reports/sales/export",
  admin: "GET /admin/reports/sales/export",
} as const

/** What was sold in a period, for a shop or for all together. The selection stands in the address. */
export function SalesReport({ surface }: { surface: Surface }) {
  const { t } = useText()
  const { filters, setFilter } = useListState()
  const asked = askedPeriod(filters)
  const { from, to, interval } = asked
  const query = { from, to, interval, time_zone: filters.zone, currency_code: filters.currency }
  const sales = useAnswer(SALES[surface], { query }, { keeps_last: true })

  return (
    <Page
      title={t("reports.title")}
      actions={
        <>
          <PeriodChoice asked={asked} time_zone={sales.data?.report.time_zone} setFilter={setFilter} />
          <CurrencyChoice report={sales.data?.report} onChange={(code) => setFilter("currency", code)} />
          <ActionButton run={() => download(EXPORT[surface], { query })}>
            {t("actions.download")}
          </ActionButton>
        </>
      }
    >
      <Loaded query={sales}>
        {({ report }) => (
          <>
            {!report.is_current && (
              <Text size="small" className="px-1 text-ui-fg-subtle">
                {t("reports.not_current")}
              </Text>
            )}
            <Figures report={report} />
            <Section title={t("reports.over_time")} className="flex flex-col gap-y-4 px-4 py-4 sm:px-6">
              <Suspense fallback={<LoadingState rows={4} />}>
                <SalesChart report={report} />
              </Suspense>
              <SeriesTable report={report} />
            </Section>
            <BestProducts surface={surface} query={query} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

type CurrencyProps = { report: Report | undefined; onChange: (code: string) => void }

/** Amounts of two currencies are never added up: a report is of one. */
function CurrencyChoice({ report, onChange }: CurrencyProps) {
  const { t } = useText()
  if (!report || report.currencies.length < 2) {
    return null
  }

  return (
    <SelectBox
      aria-label={t("reports.currency")}
      className={BOX}
      value={report.currency_code}
      choices={report.currencies.map((value) => ({ value, label: value.toUpperCase() }))}
      onChange={onChange}
    />
  )
}
