import fc from "fast-check"
import { sumMinor } from "../../../../lib/money"
import { accountCode } from "../account"
import type { LedgerEntryInput } from "../entry"
import { buildSale, type SaleInput } from "../sale"

const sale = (over: Partial<SaleInput>): LedgerEntryInput =>
  buildSale({
    order_id: "order_1",
    currency_code: "ngn",
    charged_minor: 0n,
    credit_minor: 0n,
    occurred_at: new Date("2026-11-24T10:00:00Z"),
    vendors: [],
    ...over,
  })

const amounts = (entry: LedgerEntryInput) =>
  Object.fromEntries(entry.postings.map(({ account, amount_minor }) => [accountCode(account), amount_minor]))

describe("buildSale", () => {
  it("turns the buyer's money into vendors' shares and commission", () => {
    const entry = sale({
      charged_minor: 300n,
      vendors: [
        { vendor_id: "vend_a", total_minor: 200n, platform_discount_minor: 0n, commission_minor: 20n },
        { vendor_id: "vend_b", total_minor: 100n, platform_discount_minor: 0n, commission_minor: 0n },
      ],
    })

    expect(entry.idempotency_key).toBe("sale:order_1")
    expect(amounts(entry)).toEqual({
      "unallocated:ngn": 300n,
      "commission:ngn": -20n,
      "vendor_pending:vend_a:ngn": -180n,
      "vendor_pending:vend_b:ngn": -100n,
    })
  })

  it("pays the vendor what the platform's own promotion took off the price", () => {
    expect(
      amounts(
        sale({
          charged_minor: 150n,
          vendors: [
            { vendor_id: "vend_a", total_minor: 150n, platform_discount_minor: 50n, commission_minor: 20n },
          ],
        })
      )
    ).toEqual({
      "unallocated:ngn": 150n,
      "promotion_expense:ngn": 50n,
      "commission:ngn": -20n,
      "vendor_pending:vend_a:ngn": -180n,
    })
  })

  it("books tax on the commission and what the vendor withholds of it apart, as the example in docs/money.md", () => {
    const part = {
      vendor_id: "vend_ada",
      total_minor: 8_223_750n,
      platform_discount_minor: 0n,
      commission_minor: 500_000n,
      commission_tax_minor: 37_500n,
      withholding_minor: 25_000n,
    }

    expect(amounts(sale({ charged_minor: 8_223_750n, vendors: [part] }))).toEqual({
      "unallocated:ngn": 8_223_750n,
      "commission:ngn": -500_000n,
      "commission_tax:ngn": -37_500n,
      "withholding:ngn": 25_000n,
      "vendor_pending:vend_ada:ngn": -7_711_250n,
    })
  })

  it("keeps the tax that the platform pays out of the vendor's share, as the example in docs/money.md", () => {
    const part = {
      vendor_id: "vend_ada",
      total_minor: 8_223_750n,
      platform_discount_minor: 0n,
      commission_minor: 500_000n,
      commission_tax_minor: 37_500n,
      withholding_minor: 25_000n,
      platform_tax_minor: 573_750n,
    }

    expect(amounts(sale({ charged_minor: 8_223_750n, vendors: [part] }))).toEqual({
      "unallocated:ngn": 8_223_750n,
      "commission:ngn": -500_000n,
      "commission_tax:ngn": -37_500n,
      "withholding:ngn": 25_000n,
      "item_tax:ngn": -573_750n,
      "vendor_pending:vend_ada:ngn": -7_137_500n,
    })
  })

  it("takes what a gift card paid from its liability, also all of it", () => {
    const vendors = [
      { vendor_id: "vend_a", total_minor: 100n, platform_discount_minor: 0n, commission_minor: 10n },
    ]

    expect(amounts(sale({ charged_minor: 40n, credit_minor: 60n, vendors }))).toMatchObject({
      "unallocated:ngn": 40n,
      "gift_card_liability:ngn": 60n,
    })
    expect(amounts(sale({ credit_minor: 100n, vendors }))).toEqual({
      "gift_card_liability:ngn": 100n,
      "commission:ngn": -10n,
      "vendor_pending:vend_a:ngn": -90n,
    })
  })

  it("moves nothing for an order that is free in every part", () => {
    const vendors = [
      { vendor_id: "vend_a", total_minor: 0n, platform_discount_minor: 0n, commission_minor: 0n },
    ]

    expect(sale({ vendors }).postings).toEqual([])
  })

  it("refuses parts that do not add up to what was paid", () => {
    const vendors = [
      { vendor_id: "vend_a", total_minor: 100n, platform_discount_minor: 0n, commission_minor: 0n },
    ]

    expect(() => sale({ charged_minor: 99n, vendors })).toThrow(RangeError)
  })

  it("balances for any parts that add up, and loses no digit of a large amount", () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 18n })
    const part = fc.record({
      total_minor: amount,
      platform_discount_minor: amount,
      commission_minor: amount,
      commission_tax_minor: amount,
      withholding_minor: amount,
      platform_tax_minor: amount,
    })

    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), fc.nat({ max: 100 }), (parts, percent) => {
        const sold = sumMinor(parts.map((it) => it.total_minor))
        const credit_minor = (sold * BigInt(percent)) / 100n
        const entry = sale({
          charged_minor: sold - credit_minor,
          credit_minor,
          vendors: parts.map((it, index) => ({ ...it, vendor_id: `vend_${index}` })),
        })

        expect(sumMinor(entry.postings.map((posting) => posting.amount_minor))).toBe(0n)
      })
    )
  })
})
