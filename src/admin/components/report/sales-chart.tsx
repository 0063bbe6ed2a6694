import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"
import { useText } from "../../lib/text"
import type { Report } from "./report"

const HEIGHT = 240

/** Net sales over time. Points are drawn, so floats will do here; every amount that is read is text. */
export default function SalesChart({ report: { series, currency_code, interval } }: { report: Report }) {
  const { t, format } = useText()
  const points = series.map(({ from, net_sales }) => ({ from, drawn: Number(net_sales), amount: net_sales }))

  return (
    <figure aria-label={t("reports.chart", { interval: t(`reports.intervals.${interval}`) })}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart data={points} margin={{ left: 8, right: 8 }}>
          <CartesianGrid vertical={false} stroke="var(--border-base)" />
          <XAxis dataKey="from" tickFormatter={format.day} minTickGap={24} tick={TICK} tickLine={false} />
          <YAxis width={64} tickFormatter={format.short} tick={TICK} tickLine={false} axisLine={false} />
          <Tooltip
            cursor={{ fill: "var(--bg-base-hover)" }}
            contentStyle={{
              background: "var(--bg-base)",
              border: "1px solid var(--border-base)",
              borderRadius: 8,
            }}
            labelFormatter={(from) => format.fullDay(String(from))}
            formatter={(_value, _name, { payload }) => [
              format.money(payload.amount, currency_code),
              t("reports.figures.net_sales"),
            ]}
          />
          <Bar dataKey="drawn" fill="var(--fg-interactive)" radius={[3, 3, 0, 0]} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  )
}

const TICK = { fill: "var(--fg-subtle)", fontSize: 12 }
