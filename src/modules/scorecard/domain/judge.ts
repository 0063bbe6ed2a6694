import { causeOfCancellation, gravest, type Problem } from "./cause"
import type { Cause, Metric } from "./metric"
import { deliverBy, type ShipRule, shipBy } from "./ship-rule"

/** What is known of one order. */
export type OrderFacts = {
  /** Whole days since it was placed. */
  age_days: number
  is_canceled: boolean
  canceled_by: "vendor" | "buyer" | "staff" | "clock" | null
  cancel_reason: string | null
  is_shipped: boolean
  is_delivered: boolean
  /** How many were shipped, and how many of them with a number that looks like a carrier's. */
  parcels: number
  tracked: number
  problems: Problem[]
  /** Only of an order that took, or takes, longer than the shop is open for: of all others it is clear that they are in time. */
  times: { since: Date; shipped_at: Date | null; delivered_at: Date | null } | null
}

export type Verdict = {
  /** How many of the metric's units the order counts for. */
  counted: number
  /** How many of them went wrong, by whom, and in which way. */
  bad: number
  cause: Cause | null
  fact: string | null
  /** By when it should have been done. */
  due_at: Date | null
}

const NOT_COUNTED: Verdict = { counted: 0, bad: 0, cause: null, fact: null, due_at: null }
const FINE: Verdict = { ...NOT_COUNTED, counted: 1 }

const wrong = (cause: Cause, fact: string, due_at: Date | null = null): Verdict => ({
  counted: 1,
  bad: 1,
  cause,
  fact,
  due_at,
})

type Moment = { rule: ShipRule; now: Date }

const isWithCourier = ({ parcels, tracked }: OrderFacts) => parcels > 0 && tracked === parcels

/** How an order counts for a metric. */
export const JUDGES: Record<Metric, (facts: OrderFacts, moment: Moment) => Verdict> = {
  order_defect: (facts) => {
    if (facts.is_canceled) {
      return NOT_COUNTED
    }
    const found = gravest(facts.problems, isWithCourier(facts))

    return found ? wrong(found.cause, `${found.problem.kind}:${found.problem.reason}`) : FINE
  },

  cancellation: ({ is_canceled, canceled_by, cancel_reason }) =>
    is_canceled ? wrong(causeOfCancellation(canceled_by), cancel_reason ?? "order_canceled") : FINE,

  late_shipment: (facts, { rule, now }) => {
    if (facts.is_canceled || rule.open_ms === null) {
      return NOT_COUNTED
    }
    const due = facts.times && shipBy(facts.times.since, rule)
    if (!facts.times || !due) {
      return facts.is_shipped ? FINE : NOT_COUNTED
    }
    const { shipped_at } = facts.times
    if ((shipped_at ?? now) > due) {
      return wrong("vendor", shipped_at ? "shipped_late" : "not_shipped", due)
    }

    return shipped_at ? FINE : NOT_COUNTED
  },

  valid_tracking: ({ parcels, tracked }) => {
    const bad = parcels - tracked

    return bad > 0
      ? { counted: parcels, bad, cause: "vendor", fact: "no_tracking", due_at: null }
      : { ...NOT_COUNTED, counted: parcels }
  },

  on_time_delivery: (facts, { rule, now }) => {
    if (facts.is_canceled || rule.open_ms === null) {
      return NOT_COUNTED
    }
    const due = facts.times && deliverBy(facts.times.since, rule)
    if (!facts.times || !due) {
      return facts.is_delivered ? FINE : NOT_COUNTED
    }
    const { delivered_at } = facts.times
    if ((delivered_at ?? now) > due) {
      return wrong(causeOfDelay(facts, { rule, now }), delivered_at ? "delivered_late" : "not_delivered", due)
    }

    return delivered_at ? FINE : NOT_COUNTED
  },
}

/** What the shop sent in time, and gave to a courier, was late on its way. */
const causeOfDelay = (facts: OrderFacts, moment: Moment): Cause =>
  JUDGES.late_shipment(facts, moment).bad === 0 && isWithCourier(facts) ? "courier" : "vendor"
