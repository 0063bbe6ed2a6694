import fc from "fast-check"
import { accountCode } from "../account"
import { buildDeposit, DEPOSIT_MOVES, type DepositMove, depositedBy, isMovable } from "../deposit"

const deposit = (move: DepositMove, amount_minor: bigint, reference = "D-1") =>
  buildDeposit({
    move,
    vendor_id: "ada",
    currency_code: "ngn",
    amount_minor,
    reference,
    occurred_at: new Date("2026-11-28T10:00:00Z"),
  })

const amount = fc.bigInt({ min: 1n, max: 10_000n })

type Standing = { deposited_minor: bigint; owed_minor: bigint }

/** What is refused changes nothing. */
const moved = (standing: Standing, [move, amount_minor]: [DepositMove, bigint]): Standing =>
  isMovable({ move, amount_minor }, standing)
    ? {
        deposited_minor: standing.deposited_minor + depositedBy({ move, amount_minor }),
        owed_minor: standing.owed_minor - (move === "used" ? amount_minor : 0n),
      }
    : standing

describe("buildDeposit", () => {
  it.each([
    ["received", "deposit", "platform_bank:ngn", "vendor_deposit:ada:ngn"],
    ["used", "deposit_used", "vendor_deposit:ada:ngn", "vendor_available:ada:ngn"],
    ["returned", "deposit_returned", "vendor_deposit:ada:ngn", "platform_bank:ngn"],
  ] as const)("books what was %s", (move, kind, debit, credit) => {
    const entry = deposit(move, 500n)

    expect(entry).toMatchObject({ kind, idempotency_key: "deposit:ada:D-1" })
    expect(entry.postings.map(({ account, amount_minor }) => [accountCode(account), amount_minor])).toEqual([
      [debit, 500n],
      [credit, -500n],
    ])
  })

  it.each([0n, -1n])("moves nothing by %s", (nothing) => {
    expect(() => deposit("received", nothing)).toThrow(RangeError)
  })
})

describe("isMovable", () => {
  it("never lets a deposit fall below nothing, nor cover more than is owed, in any order of moves", () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...DEPOSIT_MOVES), amount), { maxLength: 30 })
    fc.assert(
      fc.property(moves, fc.bigInt({ min: -5_000n, max: 5_000n }), (all, owed) => {
        const standing = all.reduce(moved, { deposited_minor: 0n, owed_minor: owed })
        expect(standing.deposited_minor >= 0n).toBe(true)
        expect(standing.owed_minor >= (owed < 0n ? owed : 0n)).toBe(true)
      })
    )
  })

  it("takes whatever arrives, and all that lies there", () => {
    const standing = { deposited_minor: 5n, owed_minor: 3n }

    expect(isMovable({ move: "received", amount_minor: 100n }, standing)).toBe(true)
    expect(isMovable({ move: "returned", amount_minor: 5n }, standing)).toBe(true)
    expect(isMovable({ move: "returned", amount_minor: 6n }, standing)).toBe(false)
    expect(isMovable({ move: "used", amount_minor: 3n }, standing)).toBe(true)
    expect(isMovable({ move: "used", amount_minor: 4n }, standing)).toBe(false)
  })
})
