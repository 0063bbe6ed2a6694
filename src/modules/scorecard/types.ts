import type { OrderFacts } from "./domain/judge"
import type { Metric, State } from "./domain/metric"
import type { ShipRule } from "./domain/ship-rule"

/** Orders that a shop was given in so many days, and by when it had to ship them. */
export type FactsQuery = { vendor_id: string; days: number; rule: ShipRule; now: Date }

export type OrderWithFacts = {
  id: string
  order_id: string
  display_number: string
  status: string
  placed_at: Date
  facts: OrderFacts
}

export type MetricStanding = {
  metric: Metric
  state: State
  value_bps: number | null
  numerator: number
  denominator: number
}

/** As it is kept. */
export type Standing = { vendor_id: string; state: State; metrics: MetricStanding[]; computed_at: Date }

export type ShopStanding = Standing & { name: string; handle: string; status: string }

/** A shop with something to look at; `settings` is what it has said of itself. */
export type ShopToScore = { vendor_id: string; settings: unknown }
