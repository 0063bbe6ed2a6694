import fc from "fast-check"
import { type Grain, piecesOf, type Span } from "../pieces"

const QUARTER_MS = 900_000
const DAY_MS = 86_400_000

const utc = (text: string) => new Date(`${text}Z`)
const shown = (span: Span) =>
  piecesOf(span).map(({ grain, from, to, sign }) => [
    `${sign} ${grain}`,
    from.toISOString().slice(0, 16),
    to.toISOString().slice(0, 16),
  ])

describe("piecesOf", () => {
  it("takes whole years and what is missing or too much at the ends", () => {
    expect(shown({ from: utc("2024-11-27T23:00"), to: utc("2026-11-27T23:00") })).toEqual([
      ["1 year", "2025-01-01T00:00", "2027-01-01T00:00"],
      ["1 month", "2024-12-01T00:00", "2025-01-01T00:00"],
      ["1 day", "2024-11-28T00:00", "2024-12-01T00:00"],
      ["1 rest", "2024-11-27T23:00", "2024-11-28T00:00"],
      ["-1 month", "2026-12-01T00:00", "2027-01-01T00:00"],
      ["-1 day", "2026-11-28T00:00", "2026-12-01T00:00"],
      ["-1 rest", "2026-11-27T23:00", "2026-11-28T00:00"],
    ])
  })

  it("needs no sums for some hours", () => {
    expect(shown({ from: utc("2026-11-28T13:00"), to: utc("2026-11-28T23:00") })).toEqual([
      ["1 rest", "2026-11-28T13:00", "2026-11-28T23:00"],
    ])
  })

  it("counts each moment of the span once, and no other, in whole years, months and days", () => {
    const moment = fc.integer({ min: 0, max: 4 * 365 * 96 }).map((n) => Date.UTC(2023, 5, 1) + n * QUARTER_MS)
    fc.assert(
      fc.property(moment, moment, moment, (one, other, any) => {
        const span = { from: new Date(Math.min(one, other)), to: new Date(Math.max(one, other)) }
        const pieces = piecesOf(span)
        const isIn = ({ from, to }: Span, at: number) => from.getTime() <= at && at < to.getTime()
        const countOf = (at: number) =>
          pieces.reduce((sum, piece) => sum + (isIn(piece, at) ? piece.sign : 0), 0)

        const near = pieces.flatMap(({ from, to }) => [from.getTime(), from.getTime() - 1, to.getTime()])
        for (const at of [any, ...near]) {
          expect(countOf(at)).toBe(isIn(span, at) ? 1 : 0)
        }
        for (const { grain, from, to } of pieces) {
          expect([grain, from.getTime() < to.getTime()]).toEqual([grain, true])
          expect([grain, [from, to].every((end) => isWhole(grain, end))]).toEqual([grain, true])
        }
        const rest = pieces.filter(({ grain }) => grain === "rest")
        expect(rest.every(({ from, to }) => to.getTime() - from.getTime() <= DAY_MS)).toBe(true)
      })
    )
  })
})

function isWhole(grain: Grain | "rest", moment: Date): boolean {
  const isDay = moment.getTime() % DAY_MS === 0
  const isMonth = isDay && moment.getUTCDate() === 1

  return { rest: true, day: isDay, month: isMonth, year: isMonth && moment.getUTCMonth() === 0 }[grain]
}
