import { Container, clx, Text } from "@medusajs/ui"
import { dayBefore } from "../../lib/report-period"
import { useText } from "../../lib/text"
import { Section } from "../page"
import type { Report } from "./report"

type Name = keyof Report["figures"]

const GROUPS: { title: "sold" | "afterwards" | "buyers"; names: Name[] }[] = [
  {
    title: "sold",
    names: [
      "net_sales",
      "orders",
      "average_order_value",
      "units",
      "gross_sales",
      "discounts",
      "shipping",
      "tax",
    ],
  },
  {
    title: "afterwards",
    names: [
      "earnings",
      "commission",
      "refunded",
      "refund_count",
      "canceled",
      "cancellation_count",
      "return_count",
    ],
  },
  { title: "buyers", names: ["buyers", "new_buyers", "repeat_buyers"] },
]

const COUNTS: readonly Name[] = [
  "orders",
  "units",
  "refund_count",
  "cancellation_count",
  "return_count",
  "buyers",
  "new_buyers",
  "repeat_buyers",
]

/** More of these is not good news. */
const BETTER_LOW: readonly Name[] = [
  "refunded",
  "refund_count",
  "canceled",
  "cancellation_count",
  "return_count",
]

export function Figures({ report }: { report: Report }) {
  const { t, format } = useText()

  return (
    <>
      {GROUPS.map(({ title, names }) => (
        <Section
          key={title}
          title={t(`reports.${title}`)}
          hint={t("reports.compared", {
            from: format.fullDay(report.previous.from),
            to: format.fullDay(dayBefore(report.previous.to)),
          })}
          className="grid grid-cols-2 gap-2 px-4 py-4 sm:gap-3 sm:px-6 lg:grid-cols-4"
        >
          {names.map((name) => (
            <FigureCard key={name} name={name} report={report} />
          ))}
        </Section>
      ))}
    </>
  )
}

function FigureCard({ name, report }: { name: Name; report: Report }) {
  const { t, format } = useText()
  const { value, change_bps } = report.figures[name]
  const shown = (amount: string | number | null): string => {
    if (amount === null) {
      return "–"
    }

    return COUNTS.includes(name)
      ? format.number(Number(amount))
      : format.money(String(amount), report.currency_code)
  }
  const isGood = change_bps !== null && change_bps > 0 !== BETTER_LOW.includes(name)

  return (
    <Container className="flex min-w-0 flex-col gap-y-1 px-3 py-3 sm:px-4">
      <Text size="small" className="text-ui-fg-subtle">
        {t(`reports.figures.${name}`)}
      </Text>
      <Text size="large" weight="plus" className="min-w-0 break-words tabular-nums">
        {shown(value)}
      </Text>
      <Text
        size="xsmall"
        className={clx(
          "text-ui-fg-subtle",
          change_bps && (isGood ? "text-ui-tag-green-text" : "text-ui-tag-red-text")
        )}
      >
        {change_bps === null
          ? t("reports.no_comparison")
          : t(change_bps > 0 ? "reports.up" : change_bps < 0 ? "reports.down" : "reports.same", {
              percent: format.percent(Math.abs(change_bps)),
            })}
      </Text>
    </Container>
  )
}
