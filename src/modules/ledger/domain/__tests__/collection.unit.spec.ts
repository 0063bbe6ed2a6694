import fc from "fast-check"
import { sumMinor } from "../../../../lib/money"
import { accountCode } from "../account"
import { buildCashDue, buildCashRemitted, buildCollection, buildRefusalCost } from "../collection"
import type { LedgerEntryInput } from "../entry"
import { buildUncollectedRefund } from "../refund"
import { buildRelease } from "../release"
import { buildSale, type SoldPart, vendorShare } from "../sale"

const occurred_at = new Date("2026-11-28T10:00:00Z")
const base = { order_id: "order_1", currency_code: "ngn", occurred_at }

const ADA = { ...base, vendor_order_id: "vord_ada", vendor_id: "ada", amount_minor: 8_223_750n }
/** Ada's phone of docs/money.md. */
const PHONE: Required<SoldPart> = {
  vendor_id: "ada",
  total_minor: 8_223_750n,
  platform_discount_minor: 0n,
  commission_minor: 500_000n,
  commission_tax_minor: 37_500n,
  withholding_minor: 25_000n,
  platform_tax_minor: 0n,
}

const sale = (...vendors: SoldPart[]) =>
  buildSale({
    ...base,
    charged_minor: sumMinor(vendors.map(({ total_minor }) => total_minor)),
    credit_minor: 0n,
    vendors,
  })

/** What a history of entries comes to; accounts that stand at nothing are left out. */
function balancesOf(entries: LedgerEntryInput[]): Record<string, bigint> {
  const balances: Record<string, bigint> = {}
  for (const { account, amount_minor } of entries.flatMap(({ postings }) => postings)) {
    const code = accountCode(account)
    balances[code] = (balances[code] ?? 0n) + amount_minor
  }

  return Object.fromEntries(Object.entries(balances).filter(([, amount]) => amount !== 0n))
}

const refused = (part: Required<SoldPart>) =>
  buildUncollectedRefund({
    ...base,
    refund_key: `uncollected:${part.vendor_id}`,
    part: { ...part, amount_minor: part.total_minor },
  })

describe("a vendor order that is paid at the door", () => {
  it("leaves the vendor with the cash, and owing the commission and its tax alone", () => {
    const collected = buildCollection({ ...ADA, held_by: "vendor" })
    expect(balancesOf([collected])).toEqual({
      "vendor_cash:ada:ngn": 8_223_750n,
      "unallocated:ngn": -8_223_750n,
    })
    const cash_minor = ADA.amount_minor
    const release = buildRelease({
      ...ADA,
      number: 1,
      available_minor: vendorShare(PHONE) - cash_minor,
      reserved_minor: 0n,
      cash_minor,
    })

    expect(balancesOf([sale(PHONE), collected, release])).toEqual({
      // 5,000.00 of commission and 375.00 of tax on it, less 250.00 that Ada keeps of it.
      "vendor_available:ada:ngn": 512_500n,
      "commission:ngn": -500_000n,
      "commission_tax:ngn": -37_500n,
      "withholding:ngn": 25_000n,
    })
  })

  it("owes the vendor its share as usual when the platform has the money", () => {
    const paths = [
      [buildCollection({ ...ADA, held_by: "platform" })],
      [buildCollection({ ...ADA, held_by: "vendor" }), buildCashRemitted(ADA)],
    ]
    for (const path of paths) {
      expect(balancesOf([sale(PHONE), ...path])).toMatchObject({
        "platform_bank:ngn": 8_223_750n,
        "vendor_pending:ada:ngn": -7_711_250n,
      })
    }
  })

  it("comes to the same whether the cash is netted at the release, or owed before it", () => {
    const collected = buildCollection({ ...ADA, held_by: "vendor" })
    const pending_minor = vendorShare(PHONE)
    const netted = buildRelease({
      ...ADA,
      number: 1,
      available_minor: pending_minor - ADA.amount_minor,
      reserved_minor: 0n,
      cash_minor: ADA.amount_minor,
    })
    const later = buildRelease({ ...ADA, number: 1, available_minor: pending_minor, reserved_minor: 0n })

    expect(balancesOf([sale(PHONE), collected, buildCashDue(ADA), later])).toEqual(
      balancesOf([sale(PHONE), collected, netted])
    )
  })

  it("is collected, remitted, owed and paid for once each", () => {
    const entries = [
      buildCollection({ ...ADA, held_by: "vendor" }),
      buildCashRemitted(ADA),
      buildCashDue(ADA),
      buildRefusalCost(ADA),
    ]

    expect(new Set(entries.map(({ idempotency_key }) => idempotency_key)).size).toBe(4)
    // Whoever has the money, there is one entry of it.
    expect(buildCollection({ ...ADA, held_by: "platform" }).idempotency_key).toBe(entries[0]?.idempotency_key)
  })
})

it("takes a refused parcel back to nothing, and pays its way where the platform bears it", () => {
  expect(balancesOf([sale(PHONE), refused(PHONE)])).toEqual({})
  expect(balancesOf([buildRefusalCost({ ...ADA, amount_minor: 150_000n })])).toEqual({
    "refusal_cost:ngn": 150_000n,
    "vendor_available:ada:ngn": -150_000n,
  })
})

const amount = (max: number) => fc.integer({ min: 0, max }).map(BigInt)

const soldPart = (index: number) =>
  fc
    .record({
      total_minor: amount(100_000_000).map((value) => value + 1n),
      platform_discount_minor: amount(1_000_000),
      commission_minor: amount(1_000_000),
      commission_tax_minor: amount(100_000),
      withholding_minor: amount(100_000),
      platform_tax_minor: amount(1_000_000),
      outcome: fc.constantFrom("vendor", "platform", "refused", "open"),
    })
    .map((part) => ({ vendor_id: `vend_${index}`, ...part }))

it("balances to the unit whichever parcels are accepted, refused or still on their way", () => {
  fc.assert(
    fc.property(fc.tuple(soldPart(0), soldPart(1), soldPart(2)), (parts) => {
      const moves = parts.flatMap((part) => {
        const of = {
          ...ADA,
          vendor_id: part.vendor_id,
          vendor_order_id: part.vendor_id,
          amount_minor: part.total_minor,
        }
        if (part.outcome === "refused") {
          return [refused(part)]
        }
        return part.outcome === "open"
          ? []
          : [buildCollection({ ...of, held_by: part.outcome as "vendor" | "platform" })]
      })
      const books = balancesOf([sale(...parts), ...moves])
      const kept = parts.filter(({ outcome }) => outcome !== "refused")
      const sumOf = (some: typeof kept, pick: (part: (typeof kept)[number]) => bigint) =>
        sumMinor(some.map(pick))
      const of = (account: string) => books[account] ?? 0n

      expect(sumMinor(Object.values(books))).toBe(0n)
      // What is not collected yet is missing, and nothing else is.
      expect(of("unallocated:ngn")).toBe(
        sumOf(
          kept.filter(({ outcome }) => outcome === "open"),
          ({ total_minor }) => total_minor
        )
      )
      expect(of("commission:ngn")).toBe(-sumOf(kept, ({ commission_minor }) => commission_minor))
      expect(of("withholding:ngn")).toBe(sumOf(kept, ({ withholding_minor }) => withholding_minor))
      expect(of("item_tax:ngn")).toBe(-sumOf(kept, ({ platform_tax_minor }) => platform_tax_minor))
      for (const part of parts) {
        const is_kept = part.outcome !== "refused"
        expect(of(`vendor_pending:${part.vendor_id}:ngn`)).toBe(is_kept ? -vendorShare(part) : 0n)
        expect(of(`vendor_cash:${part.vendor_id}:ngn`)).toBe(
          part.outcome === "vendor" ? part.total_minor : 0n
        )
      }
    })
  )
})
