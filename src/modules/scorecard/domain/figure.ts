import { JUDGES, type OrderFacts } from "./judge"
import { CAUSES, type Cause, DIRECTIONS, type Lines, type Metric, type State } from "./metric"
import type { ShipRule } from "./ship-rule"

const BASIS_POINTS = 10_000

/** Orders of which the same is known, and how many they are. */
export type Counted = { facts: OrderFacts; count: number }

export type Figure = {
  state: State
  /** In basis points, rounded down; null when there is nothing to count. */
  value_bps: number | null
  /** Of `low` metrics what went wrong by the shop, of `high` ones what went well. */
  numerator: number
  denominator: number
  /** What went wrong, by whom. Of this the shop's own alone is in the figure. */
  causes: Record<Cause, number>
}

type Measure = { lines: Lines; rule: ShipRule; now: Date }

/**
 * What a shop's orders come to in a metric. Where what went well is counted, what others have spoilt is left out altogether: it
 * speaks neither for the shop nor against it.
 */
export function figureOf(metric: Metric, orders: Counted[], { lines, rule, now }: Measure): Figure {
  const causes = Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as Record<Cause, number>
  let counted = 0
  for (const { facts, count } of orders) {
    if (facts.age_days < lines.window_days) {
      const verdict = JUDGES[metric](facts, { rule, now })
      counted += verdict.counted * count
      if (verdict.cause) {
        causes[verdict.cause] += verdict.bad * count
      }
    }
  }
  const others = causes.courier + causes.buyer + causes.platform
  const isLow = DIRECTIONS[metric] === "low"
  const denominator = isLow ? counted : counted - others
  const numerator = isLow ? causes.vendor : denominator - causes.vendor

  return { ...standOf(metric, { numerator, denominator, lines }), numerator, denominator, causes }
}

type Fraction = { numerator: number; denominator: number; lines: Lines }

/**
 * Where a value stands. Lines are whole basis points, so a value that is rounded down is on the same side of them as the exact
 * one: what is shown and what is decided never differ.
 */
function standOf(
  metric: Metric,
  { numerator, denominator, lines }: Fraction
): Pick<Figure, "state" | "value_bps"> {
  if (denominator === 0) {
    return { state: "no_data", value_bps: null }
  }
  const value_bps = Math.floor((numerator * BASIS_POINTS) / denominator)
  const isOver = (line: number) => (DIRECTIONS[metric] === "low" ? value_bps >= line : value_bps < line)
  if (denominator < lines.minimum) {
    return { state: "no_data", value_bps }
  }
  if (isOver(lines.limit_bps)) {
    return { state: "limit", value_bps }
  }

  return { state: isOver(lines.warn_bps) ? "warn" : "good", value_bps }
}
