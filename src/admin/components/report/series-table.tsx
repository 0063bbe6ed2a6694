import { Table } from "@medusajs/ui"
import { useText } from "../../lib/text"
import { Money } from "../money"
import type { Report } from "./report"

/** The numbers of the chart, for whoever would rather read them, or cannot see it. */
export function SeriesTable({ report: { series, currency_code } }: { report: Report }) {
  const { t, format } = useText()

  return (
    <details>
      <summary className="txt-small cursor-pointer text-ui-fg-base underline underline-offset-2">
        {t("reports.as_table")}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the arrow keys */}
      <section className="max-h-96 overflow-auto" tabIndex={0} aria-label={t("reports.over_time")}>
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("reports.begins")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("reports.figures.orders")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("reports.figures.net_sales")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("reports.figures.refunded")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {series.map(({ from, orders, net_sales, refunded }) => (
              <Table.Row key={from}>
                <Table.Cell>{format.fullDay(from)}</Table.Cell>
                <Table.Cell className="text-right">{format.number(orders)}</Table.Cell>
                <Table.Cell className="text-right">
                  <Money amount={net_sales} currency_code={currency_code} />
                </Table.Cell>
                <Table.Cell className="text-right">
                  <Money amount={refunded} currency_code={currency_code} />
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </section>
    </details>
  )
}
