/** Commission and the tax on it, of some sales in one currency. */
export type Taken = { commission_minor: bigint; commission_tax_minor: bigint }

export type Effect = {
  orders: number
  /** What was frozen when it was sold. */
  frozen: Taken
  /** What today's rules would take. */
  before: Taken
  /** What they would take with the change. */
  after: Taken
}

const NOTHING: Taken = { commission_minor: 0n, commission_tax_minor: 0n }

export const NO_EFFECT: Effect = { orders: 0, frozen: NOTHING, before: NOTHING, after: NOTHING }

export const addEffects = (left: Effect, right: Effect): Effect => ({
  orders: left.orders + right.orders,
  frozen: addTaken(left.frozen, right.frozen),
  before: addTaken(left.before, right.before),
  after: addTaken(left.after, right.after),
})

const addTaken = (left: Taken, right: Taken): Taken => ({
  commission_minor: left.commission_minor + right.commission_minor,
  commission_tax_minor: left.commission_tax_minor + right.commission_tax_minor,
})

export const sumTaken = (lines: Taken[]): Taken => lines.reduce(addTaken, NOTHING)

export const isChanged = ({ before, after }: Effect) =>
  before.commission_minor !== after.commission_minor ||
  before.commission_tax_minor !== after.commission_tax_minor

/** The calendar month before the one of a moment, in UTC, half open. */
export function lastMonth(now: Date): { from: Date; before: Date } {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]

  return { from: new Date(Date.UTC(year, month - 1, 1)), before: new Date(Date.UTC(year, month, 1)) }
}
