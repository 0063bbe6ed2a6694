import type { MedusaContainer } from "@medusajs/framework/types"
import type { Settings } from "../../modules/access/domain/settings"
import { SCORECARD_MODULE } from "../../modules/scorecard"
import { type Counted, type Figure, figureOf } from "../../modules/scorecard/domain/figure"
import {
  type Cause,
  DIRECTIONS,
  type Direction,
  type Lines,
  METRICS,
  type Metric,
  type State,
  UNITS,
  WAITING_METRICS,
  worstOf,
} from "../../modules/scorecard/domain/metric"
import type { ShipRule } from "../../modules/scorecard/domain/ship-rule"
import type ScorecardModuleService from "../../modules/scorecard/service"
import { linesOf, longestWindow } from "./lines"
import { ruleOfShop } from "./rule-of-shop"

/** Why there is no verdict on a metric. */
type NoDataReason = "below_minimum" | "no_deadline" | "waits_for_messages" | "waits_for_reviews"

export type MetricView = {
  metric: Metric | keyof typeof WAITING_METRICS
  /** What it is counted in; null for what nothing counts yet. */
  unit: "orders" | "parcels" | null
  /** Whether little or much of it is good. */
  direction: Direction
  state: State
  /** In basis points: 250 is 2.5 %. */
  value_bps: number | null
  numerator: number | null
  denominator: number | null
  /** What went wrong, by whom; the shop's own alone is in the value. */
  causes: Record<Cause, number> | null
  window_days: number | null
  minimum: number | null
  warn_bps: number | null
  limit_bps: number | null
  reason_code: NoDataReason | null
}

export type PerformanceView = {
  /** The worst of the metrics. */
  state: State
  computed_at: Date
  metrics: MetricView[]
}

type Asked = { vendor_id: string; settings: Settings; now: Date }

/** How a shop does by now: one statement for its hours, and one for all of its orders. @throws not found */
export async function readScorecard(
  container: MedusaContainer,
  { vendor_id, settings, now }: Asked
): Promise<PerformanceView> {
  const rule = await ruleOfShop(container, vendor_id, settings)
  const metrics = await measureShop(container, { vendor_id, settings, rule, now })

  return {
    state: worstOf(metrics.map(({ figure }) => figure.state)),
    computed_at: now,
    metrics: [...metrics.map((measured) => metricView(measured, rule)), ...WAITING],
  }
}

export type Measured = { metric: Metric; lines: Lines; figure: Figure }

export async function measureShop(
  container: MedusaContainer,
  { vendor_id, settings, rule, now }: Asked & { rule: ShipRule }
): Promise<Measured[]> {
  const lines = linesOf(settings)
  const orders: Counted[] = await container
    .resolve<ScorecardModuleService>(SCORECARD_MODULE)
    .countedFacts({ vendor_id, days: longestWindow(lines), rule, now })

  return METRICS.map((metric) => ({
    metric,
    lines: lines[metric],
    figure: figureOf(metric, orders, { lines: lines[metric], rule, now }),
  }))
}

const metricView = ({ metric, lines, figure }: Measured, rule: ShipRule): MetricView => ({
  metric,
  unit: UNITS[metric],
  direction: DIRECTIONS[metric],
  ...figure,
  ...lines,
  reason_code: whyNoData(metric, figure, rule),
})

function whyNoData(metric: Metric, { state }: Figure, { open_ms }: ShipRule): NoDataReason | null {
  if (state !== "no_data") {
    return null
  }
  const isOfClock = metric === "late_shipment" || metric === "on_time_delivery"

  return isOfClock && open_ms === null ? "no_deadline" : "below_minimum"
}

const waiting = (metric: keyof typeof WAITING_METRICS, direction: Direction): MetricView => ({
  metric,
  unit: null,
  direction,
  state: "no_data",
  value_bps: null,
  numerator: null,
  denominator: null,
  causes: null,
  window_days: null,
  minimum: null,
  warn_bps: null,
  limit_bps: null,
  reason_code: WAITING_METRICS[metric],
})

const WAITING = [waiting("response_time", "low"), waiting("rating", "high")]
