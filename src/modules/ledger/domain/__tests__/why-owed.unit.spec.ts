import fc from "fast-check"
import { ENTRY_KINDS } from "../../../../lib/ledger-names"
import { sumMinor } from "../../../../lib/money"
import type { EntryKind } from "../entry"
import { type AvailableLine, type OwedPart, whyOwed } from "../why-owed"

const at = (day: number) => new Date(Date.UTC(2026, 10, day))

const line = (kind: EntryKind, amount_minor: bigint, over: Partial<AvailableLine> = {}): AvailableLine => ({
  kind,
  amount_minor,
  has_cash: false,
  posted_at: at(1),
  ...over,
})

/** Of an account that begins at nothing; the lines in the order in which they were posted. */
const told = (lines: AvailableLine[], receivable_minor = 0n, most = lines.length) =>
  whyOwed({
    available_minor: -sumMinor(lines.map(({ amount_minor }) => amount_minor)),
    receivable_minor,
    lines: lines.toReversed().slice(0, most),
  })

const words = (parts: OwedPart[]) =>
  Object.fromEntries(parts.map((part) => [part.owed_for, part.amount_minor]))

describe("whyOwed", () => {
  it("tells the story since nothing was owed, and what was there to begin with", () => {
    const owed = told([
      line("release", -900n),
      line("payout", 700n),
      line("dispute_hold", 500n, { posted_at: at(2) }),
      line("release", 100n, { posted_at: at(3) }),
      line("release", 50n, { posted_at: at(4), has_cash: true }),
      line("release", -120n, { posted_at: at(5) }),
      line("debt_paid", -30n, { posted_at: at(6) }),
    ])

    expect(owed).toMatchObject({ owed_minor: 300n, since: at(2) })
    expect(words(owed?.parts ?? [])).toEqual({
      available: -200n,
      disputes: 500n,
      refunds: 100n,
      cash_sales: 50n,
      sales: -120n,
      paid: -30n,
    })
  })

  it("counts what is owed apart from what is available, against what is there", () => {
    expect(told([line("release", -100n)], 100n)).toBeNull()
    expect(told([line("release", -100n)], 130n)).toEqual({
      owed_minor: 30n,
      since: null,
      parts: [
        { owed_for: "receivable", amount_minor: 130n },
        { owed_for: "available", amount_minor: -100n },
      ],
    })
  })

  it("says nothing of a vendor that owes nothing", () => {
    expect(told([])).toBeNull()
    expect(told([line("refund_fee", 5n), line("release", -5n)])).toBeNull()
  })

  const lines = fc.array(
    fc.record({
      kind: fc.constantFrom(...ENTRY_KINDS),
      amount_minor: fc.bigInt({ min: -1_000n, max: 1_000n }),
      has_cash: fc.boolean(),
      posted_at: fc.integer({ min: 1, max: 28 }).map(at),
    }),
    { maxLength: 40 }
  )

  it("adds up to what is owed, however much of the story is read, of every kind that there is", () => {
    fc.assert(
      fc.property(lines, fc.bigInt({ min: 0n, max: 500n }), fc.nat(40), (all, receivable, most) => {
        const owed = told(all, receivable, most)
        const balance = sumMinor(all.map(({ amount_minor }) => amount_minor)) + receivable

        expect(owed?.owed_minor ?? null).toBe(balance > 0n ? balance : null)
        if (owed) {
          expect(sumMinor(owed.parts.map(({ amount_minor }) => amount_minor))).toBe(owed.owed_minor)
          expect(new Set(owed.parts.map(({ owed_for }) => owed_for)).size).toBe(owed.parts.length)
        }
      })
    )
  })

  it("begins with the line that took what is available below nothing for the last time", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const owed = told(all)
        const balances = all.map((_, index) =>
          sumMinor(all.slice(0, index + 1).map(({ amount_minor }) => amount_minor))
        )
        const first = balances.findLastIndex((balance) => balance <= 0n) + 1

        expect(owed?.since ?? null).toEqual(owed ? all[first]?.posted_at : null)
      })
    )
  })
})
