const DAY_MS = 86_400_000

export type Span = { from: Date; to: Date }

export const GRAINS = ["year", "month", "day"] as const

export type Grain = (typeof GRAINS)[number]

/** A stretch of time that is added, or taken off: whole years, months and days of UTC are kept as sums, the rest is not. */
export type Piece = Span & { grain: Grain | "rest"; sign: 1 | -1 }

/** The day of UTC that begins nearest to a moment. */
export const nearestDay = (moment: Date) => new Date(Math.round(moment.getTime() / DAY_MS) * DAY_MS)

function nearest(moment: Date, grain: Grain): Date {
  if (grain === "day") {
    return nearestDay(moment)
  }
  const [year, month] = [moment.getUTCFullYear(), moment.getUTCMonth()]
  const below = new Date(Date.UTC(year, grain === "year" ? 0 : month, 1))
  const above = new Date(grain === "year" ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month + 1, 1))

  return moment.getTime() - below.getTime() < above.getTime() - moment.getTime() ? below : above
}

/**
 * Cuts a span into as few pieces as there may be, from whole years down, each end at the nearest beginning of one: what that is
 * too much is taken off again. Each moment of the span counts once, and no other one does.
 */
export function piecesOf(span: Span, grains: readonly Grain[] = GRAINS): Piece[] {
  const [grain, ...finer] = grains
  if (span.from >= span.to) {
    return []
  }
  if (!grain) {
    return [{ ...span, grain: "rest", sign: 1 }]
  }
  const whole = { from: nearest(span.from, grain), to: nearest(span.to, grain) }
  if (whole.from >= whole.to) {
    return piecesOf(span, finer)
  }

  return [
    { ...whole, grain, sign: 1 },
    ...between(span.from, whole.from, finer),
    ...between(whole.to, span.to, finer),
  ]
}

/** From one moment to another, which is taken off when it lies before. */
const between = (from: Date, to: Date, grains: readonly Grain[]): Piece[] =>
  from <= to
    ? piecesOf({ from, to }, grains)
    : piecesOf({ from: to, to: from }, grains).map((piece) => ({ ...piece, sign: piece.sign === 1 ? -1 : 1 }))
