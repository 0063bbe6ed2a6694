/** Who has brought it about that something went wrong with an order; only what the shop did counts against it. */
export const CAUSES = ["vendor", "courier", "buyer", "platform"] as const

export type Cause = (typeof CAUSES)[number]

/** What a shop is measured by. */
export const METRICS = [
  "order_defect",
  "cancellation",
  "late_shipment",
  "valid_tracking",
  "on_time_delivery",
] as const

export type Metric = (typeof METRICS)[number]

export const isMetric = (name: string): name is Metric => (METRICS as readonly string[]).includes(name)

/** Named already, so that a page has its place for them: nothing that they are counted from exists yet. */
export const WAITING_METRICS = {
  response_time: "waits_for_messages",
  rating: "waits_for_reviews",
} as const

/** Of `low` the less the better: what went wrong is counted. Of `high`, what went well. */
export const DIRECTIONS = {
  order_defect: "low",
  cancellation: "low",
  late_shipment: "low",
  valid_tracking: "high",
  on_time_delivery: "high",
} as const satisfies Record<Metric, "low" | "high">

export type Direction = (typeof DIRECTIONS)[Metric]

/** What one is counted in. */
export const UNITS = {
  order_defect: "orders",
  cancellation: "orders",
  late_shipment: "orders",
  valid_tracking: "parcels",
  on_time_delivery: "orders",
} as const satisfies Record<Metric, "orders" | "parcels">

/** The operator's lines of a metric. The warning comes before the limit, as the setting sees to. */
export type Lines = {
  /** Of orders that were placed so many days ago at most. */
  window_days: number
  /** With fewer nothing is said. */
  minimum: number
  warn_bps: number
  limit_bps: number
}

export const STATES = ["no_data", "good", "warn", "limit"] as const

export type State = (typeof STATES)[number]

/** The one that weighs most; nothing is known of a shop without figures. */
export const worstOf = (states: readonly State[]): State =>
  STATES.findLast((state) => states.includes(state)) ?? "no_data"
