import { accountCode } from "../account"
import { buildWriteOff, coverOf } from "../write-off"

const writeOff = (amount_minor: bigint) =>
  buildWriteOff({
    write_off_id: "woff_1",
    vendor_id: "vend_a",
    amount_minor,
    currency_code: "ngn",
    occurred_at: new Date("2026-11-28T10:00:00Z"),
  })

describe("buildWriteOff", () => {
  it("takes the debt off the vendor and lays it on the platform, once for ever", () => {
    const entry = writeOff(500n)

    expect(entry.idempotency_key).toBe("write-off:woff_1")
    expect(entry.postings.map(({ account, amount_minor }) => [accountCode(account), amount_minor])).toEqual([
      ["write_off:ngn", 500n],
      ["vendor_available:vend_a:ngn", -500n],
    ])
  })

  it.each([0n, -1n])("gives nobody money: %s", (amount) => {
    expect(() => writeOff(amount)).toThrow(RangeError)
  })
})

describe("coverOf", () => {
  it("is what is still held of the shop's own money, wherever it lies", () => {
    const held = (["vendor_pending", "vendor_reserved", "vendor_disputed", "vendor_deposit"] as const).map(
      (type, index) => ({ type, balance_minor: -BigInt(index + 1) })
    )
    const all = [
      ...held,
      { type: "payouts_in_transit", balance_minor: -10n },
      { type: "vendor_available", balance_minor: 100n },
      { type: "vendor_cash", balance_minor: 100n },
      { type: "vendor_split", balance_minor: -100n },
    ] as const
    expect(coverOf(all)).toEqual(
      [...held, { type: "payouts_in_transit", balance_minor: -10n }].map(({ type, balance_minor }) => ({
        type,
        amount_minor: -balance_minor,
      }))
    )
  })

  it("is not made less by what went back of an order before its release, which the debt will be made more by", () => {
    expect(coverOf([{ type: "vendor_pending", balance_minor: 50n }])).toEqual([])
  })
})
