import { accountCode } from "../account"
import { buildWriteOff } from "../write-off"

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
