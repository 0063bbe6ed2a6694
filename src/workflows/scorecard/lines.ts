import type { Settings } from "../../modules/access/domain/settings"
import type { Lines, Metric } from "../../modules/scorecard/domain/metric"

/** The operator's lines of each metric. */
export const linesOf = (settings: Settings): Record<Metric, Lines> => ({
  order_defect: settings.scorecard_order_defect,
  cancellation: settings.scorecard_cancellation,
  late_shipment: settings.scorecard_late_shipment,
  valid_tracking: settings.scorecard_valid_tracking,
  on_time_delivery: settings.scorecard_on_time_delivery,
})

/** The longest window: all orders that any of the metrics looks at. */
export const longestWindow = (lines: Record<Metric, Lines>): number =>
  Math.max(...Object.values(lines).map(({ window_days }) => window_days))
