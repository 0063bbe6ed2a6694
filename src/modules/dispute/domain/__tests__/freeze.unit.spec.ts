import fc from "fast-check"
import { divideFreeze } from "../freeze"

const share = (left_minor: bigint, named_minor = 0n) => ({ left_minor, named_minor })
const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

describe("divideFreeze", () => {
  it.each([
    ["in proportion to what is left", 100n, [share(300n), share(100n)], [75n, 25n], 0n],
    ["the whole of what is left, and no more", 500n, [share(300n), share(100n)], [300n, 100n], 100n],
    ["on the items named", 80n, [share(300n), share(100n, 80n)], [0n, 80n], 0n],
    ["named first, the rest on all", 130n, [share(300n), share(100n, 80n)], [47n, 83n], 0n],
    ["named items of which money went back", 80n, [share(300n), share(50n, 80n)], [30n, 50n], 0n],
    ["the last unit to the largest remainder", 100n, [share(1n), share(1n), share(1n)], [1n, 1n, 1n], 97n],
    ["thirds, the first winning a tie", 100n, [share(99n), share(99n), share(99n)], [34n, 33n, 33n], 0n],
    ["nothing of a share that was given back", 100n, [share(0n), share(100n)], [0n, 100n], 0n],
    ["nothing of a share of which too much was", 100n, [share(-5n), share(40n)], [0n, 40n], 60n],
    ["nothing where there is nothing", 100n, [], [], 100n],
  ])("freezes %s", (_, amount, shares, parts_minor, uncovered_minor) => {
    expect(divideFreeze(amount, shares)).toEqual({ parts_minor, uncovered_minor })
  })

  it("is bounded by what was paid less what went back, whatever the shares say", () => {
    expect(divideFreeze(100n, [share(60n), share(60n)], 50n)).toEqual({
      parts_minor: [25n, 25n],
      uncovered_minor: 50n,
    })
    expect(divideFreeze(100n, [share(60n)], -1n)).toEqual({ parts_minor: [0n], uncovered_minor: 100n })
  })

  const amount = fc.bigInt({ min: 0n, max: 10n ** 15n })
  const shares = fc.array(
    fc.record({ left_minor: fc.bigInt({ min: -1000n, max: 10n ** 15n }), named_minor: amount }),
    { maxLength: 8 }
  )

  it("never freezes more of a share than is left of it, and loses nothing of the amount", () => {
    fc.assert(
      fc.property(amount, shares, (wanted, parts) => {
        const { parts_minor, uncovered_minor } = divideFreeze(wanted, parts)
        expect(sum(parts_minor) + uncovered_minor).toBe(wanted)
        expect(uncovered_minor).toBeGreaterThanOrEqual(0n)
        for (const [index, part] of parts_minor.entries()) {
          const left = parts[index]!.left_minor
          expect(part >= 0n && part <= (left > 0n ? left : 0n)).toBe(true)
        }
        const left = sum(parts.map(({ left_minor }) => (left_minor > 0n ? left_minor : 0n)))
        expect(uncovered_minor).toBe(wanted > left ? wanted - left : 0n)
      })
    )
  })

  it("takes nothing of shares without a named item while the named ones suffice", () => {
    fc.assert(
      fc.property(amount, shares, (wanted, parts) => {
        const named = sum(
          parts.map(({ left_minor, named_minor }) =>
            left_minor <= 0n ? 0n : left_minor < named_minor ? left_minor : named_minor
          )
        )
        const { parts_minor } = divideFreeze(wanted < named ? wanted : named, parts)
        for (const [index, part] of parts_minor.entries()) {
          expect(part <= parts[index]!.named_minor).toBe(true)
        }
      })
    )
  })
})
