import { accountCode } from "../account"
import { buildDebtPaid } from "../debt-paid"

const paid = (amount_minor: bigint, invoice_id: string | null = "dinv_1") =>
  buildDebtPaid({
    vendor_id: "ada",
    currency_code: "ngn",
    amount_minor,
    reference: "FT-1",
    invoice_id,
    occurred_at: new Date("2026-11-28T10:00:00Z"),
  })

describe("buildDebtPaid", () => {
  it("brings money into the platform's bank and the vendor nearer to nothing, once for a line of the bank's", () => {
    const entry = paid(500n)

    expect(entry).toMatchObject({
      kind: "debt_paid",
      idempotency_key: "debt-paid:FT-1",
      reference: { bank_reference: "FT-1", debt_invoice_id: "dinv_1" },
    })
    expect(entry.postings.map(({ account, amount_minor }) => [accountCode(account), amount_minor])).toEqual([
      ["platform_bank:ngn", 500n],
      ["vendor_available:ada:ngn", -500n],
    ])
    expect(paid(500n, null).reference).toEqual({ bank_reference: "FT-1" })
  })

  it.each([0n, -1n])("is of more than nothing: %s", (nothing) => {
    expect(() => paid(nothing)).toThrow(RangeError)
  })
})
