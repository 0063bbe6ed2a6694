import fc from "fast-check"
import { type Movement, monthOf, sheetTotal, statementOf, statementsFrom } from "../statement"

const movement: fc.Arbitrary<Movement> = fc.record({
  period: fc.constantFrom("2026-01", "2026-02", "2026-04", "2026-12", "2027-01"),
  currency_code: fc.constantFrom("ngn", "xof"),
  type: fc.constantFrom(
    "vendor_pending" as const,
    "vendor_available" as const,
    "payouts_in_transit" as const
  ),
  kind: fc.constantFrom("sale" as const, "refund" as const, "release" as const),
  amount_minor: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
})

describe("A shop's statements", () => {
  it("each open with what the one before closed with, and close with what was posted in all", () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 40 }), (movements) => {
        const statements = statementsFrom(movements)
        for (const currency_code of ["ngn", "xof"]) {
          const own = statements.filter((statement) => statement.currency_code === currency_code)
          let before = 0n
          for (const { opening, closing, movements: moved } of own) {
            expect(sheetTotal(opening)).toBe(before)
            before = sheetTotal(opening) + moved.reduce((sum, { amount_minor }) => sum + amount_minor, 0n)
            expect(sheetTotal(closing)).toBe(before)
          }
          const posted = movements.filter((one) => one.currency_code === currency_code)
          expect(before).toBe(-posted.reduce((sum, { amount_minor }) => sum + amount_minor, 0n))
        }
      })
    )
  })

  it("of a month without movement carry the balances on", () => {
    const sale: Movement = {
      period: "2026-02",
      currency_code: "ngn",
      type: "vendor_pending",
      kind: "sale",
      amount_minor: -500n,
    }

    const { opening, closing, movements } = statementOf([sale], { period: "2026-03", currency_code: "ngn" })

    expect([sheetTotal(opening), sheetTotal(closing), movements]).toEqual([500n, 500n, []])
  })

  it("are of whole months in UTC", () => {
    expect(monthOf("2026-12")).toEqual({
      from: new Date("2026-12-01T00:00:00Z"),
      before: new Date("2027-01-01T00:00:00Z"),
    })
  })
})
