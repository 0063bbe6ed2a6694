import fc from "fast-check"
import { accountCode } from "../account"
import { buildChargeback, buildChargebackFee, buildDisputeHold, buildDisputeRelease } from "../dispute"
import type { LedgerEntryInput } from "../entry"
import { buildOrderRefund } from "../refund"
import { shareRefund } from "../refund-shares"
import { buildSale, vendorShare } from "../sale"

const occurred_at = new Date("2026-11-28T10:00:00Z")
const base = { dispute_id: "disp_1", order_id: "order_1", currency_code: "ngn", occurred_at }
const gateway = "paystack"

function balancesOf(entries: LedgerEntryInput[]): Record<string, bigint> {
  const balances: Record<string, bigint> = {}
  for (const { account, amount_minor } of entries.flatMap(({ postings }) => postings)) {
    const code = accountCode(account)
    balances[code] = (balances[code] ?? 0n) + amount_minor
  }

  return Object.fromEntries(Object.entries(balances).filter(([, amount]) => amount !== 0n))
}

const part = (vendor_id: string, amount_minor: bigint, commission_minor = 0n) => ({
  vendor_id,
  amount_minor,
  commission_minor,
  commission_tax_minor: 0n,
  withholding_minor: 0n,
  platform_tax_minor: 0n,
  platform_discount_minor: 0n,
})

const amounts = fc.record({
  total_minor: fc.bigInt({ min: 1n, max: 10n ** 12n }),
  commission_minor: fc.bigInt({ min: 0n, max: 10n ** 6n }),
  commission_tax_minor: fc.bigInt({ min: 0n, max: 10n ** 5n }),
  withholding_minor: fc.bigInt({ min: 0n, max: 10n ** 5n }),
  platform_tax_minor: fc.bigInt({ min: 0n, max: 10n ** 5n }),
  platform_discount_minor: fc.bigInt({ min: 0n, max: 10n ** 6n }),
})
const histories = fc.record({
  vendors: fc.array(amounts, { minLength: 1, maxLength: 4 }),
  /** Of each vendor's sale, in thousandths: what is disputed, and what of it is pending. */
  disputed: fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 4, maxLength: 4 }),
  pending: fc.array(fc.bigInt({ min: -10n, max: 1200n }), { minLength: 4, maxLength: 4 }),
  uncovered: fc.bigInt({ min: 0n, max: 10n ** 6n }),
})

function caseOf({
  vendors,
  disputed,
  pending,
  uncovered,
}: typeof histories extends fc.Arbitrary<infer T> ? T : never) {
  const none = {
    commission_minor: 0n,
    commission_tax_minor: 0n,
    withholding_minor: 0n,
    platform_tax_minor: 0n,
    platform_discount_minor: 0n,
  }
  const sold = vendors.map((vendor, index) => ({ vendor_id: `vend_${index}`, ...vendor }))
  const shares = sold.flatMap((vendor, index) => {
    const amount_minor = (vendor.total_minor * disputed[index]!) / 1000n

    return shareRefund({ amount_minor, vendors: [{ ...vendor, refunded_minor: 0n, reversed: none }] }).vendors
  })
  const held = shares.map((share, index) => ({
    ...share,
    pending_minor: (vendorShare(sold[index]!) * pending[index]!) / 1000n,
  }))
  const sale = buildSale({
    order_id: "order_1",
    currency_code: "ngn",
    charged_minor: sold.reduce((total, { total_minor }) => total + total_minor, 0n),
    credit_minor: 0n,
    occurred_at,
    vendors: sold,
  })
  const amount_minor = shares.reduce((total, share) => total + share.amount_minor, 0n) + uncovered

  return { sale, shares, held, amount_minor, uncovered }
}

it("holds what a vendor got, first out of what is pending and then out of what is available", () => {
  const shares = [{ ...part("vend_a", 100n, 10n), pending_minor: 30n }]
  expect(balancesOf([buildDisputeHold({ ...base, number: 1, shares })])).toEqual({
    "vendor_pending:vend_a:ngn": 30n,
    "vendor_available:vend_a:ngn": 60n,
    "vendor_disputed:vend_a:ngn": -90n,
  })
})

it("takes nothing out of a pending balance that is a debt", () => {
  const shares = [{ ...part("vend_a", 100n), pending_minor: -5n }]
  expect(balancesOf([buildDisputeHold({ ...base, number: 1, shares })])).toEqual({
    "vendor_available:vend_a:ngn": 100n,
    "vendor_disputed:vend_a:ngn": -100n,
  })
})

it("hands nothing out where more was taken of a vendor than its goods still cost, before the case is lost", () => {
  const shares = [{ ...part("vend_a", 10n, 28n), pending_minor: 0n }]
  const hold = buildDisputeHold({ ...base, number: 1, shares })
  expect(balancesOf([hold])).toEqual({})
  expect(balancesOf([hold, buildDisputeRelease({ ...base, number: 1, shares })])).toEqual({})
  expect(balancesOf([hold, buildChargeback({ ...base, gateway, amount_minor: 10n, shares })])).toEqual({
    [`gateway_clearing:${gateway}:ngn`]: -10n,
    "commission:ngn": 28n,
    "vendor_pending:vend_a:ngn": -18n,
  })
})

it("a case that is won leaves every vendor with what it had", () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { sale, shares, held } = caseOf(history)
      const entries = [
        sale,
        buildDisputeHold({ ...base, number: 1, shares: held }),
        buildDisputeRelease({ ...base, number: 1, shares }),
      ]
      const ownedBy = (balances: Record<string, bigint>, vendor: string) =>
        Object.entries(balances)
          .filter(([code]) => code.includes(`:${vendor}:`))
          .reduce((sum, [, amount]) => sum + amount, 0n)
      const [before, after] = [balancesOf([sale]), balancesOf(entries)]
      for (const { vendor_id } of shares) {
        expect(ownedBy(after, vendor_id)).toBe(ownedBy(before, vendor_id))
        expect(after[`vendor_disputed:${vendor_id}:ngn`] ?? 0n).toBe(0n)
      }
    })
  )
})

it("a chargeback that is lost costs the gateway's balance exactly its amount, and a vendor what a refund would", () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { sale, shares, held, amount_minor, uncovered } = caseOf(history)
      const lost = balancesOf([
        sale,
        buildDisputeHold({ ...base, number: 1, shares: held }),
        buildChargeback({ ...base, gateway, amount_minor, shares }),
      ])
      expect(lost[`gateway_clearing:${gateway}:ngn`] ?? 0n).toBe(-amount_minor)
      expect(lost["chargeback_loss:ngn"] ?? 0n).toBe(uncovered)
      const refunded = balancesOf([
        sale,
        buildOrderRefund({
          gateway,
          refund_key: "1",
          order_id: "order_1",
          amount_minor: amount_minor - uncovered,
          currency_code: "ngn",
          occurred_at,
          vendors: shares,
          unallocated_minor: 0n,
        }),
      ])
      const ofVendor = (balances: Record<string, bigint>, vendor: string) =>
        (balances[`vendor_pending:${vendor}:ngn`] ?? 0n) + (balances[`vendor_available:${vendor}:ngn`] ?? 0n)
      for (const { vendor_id } of shares) {
        expect(ofVendor(lost, vendor_id)).toBe(ofVendor(refunded, vendor_id))
        expect(lost[`vendor_disputed:${vendor_id}:ngn`] ?? 0n).toBe(0n)
      }
      for (const account of [
        "commission:ngn",
        "commission_tax:ngn",
        "withholding:ngn",
        "item_tax:ngn",
        "promotion_expense:ngn",
      ]) {
        expect(lost[account]).toBe(refunded[account])
      }
    })
  )
})

it.each([
  ["vendor", { "vendor_available:vend_a:ngn": 67n, "vendor_available:vend_b:ngn": 33n }],
  ["platform", { [`gateway_fees:${gateway}:ngn`]: 100n }],
] as const)("the fee of a lost chargeback is the %s's where the policy says so", (party, borne) => {
  const shares = [part("vend_a", 200n), part("vend_b", 100n), part("vend_c", 0n)]
  const fee = buildChargebackFee({ ...base, gateway, fee_minor: 100n, party, shares })
  expect(balancesOf([fee])).toEqual({ [`gateway_clearing:${gateway}:ngn`]: -100n, ...borne })
})

it("the platform bears a fee that no vendor has a part in", () => {
  const fee = buildChargebackFee({ ...base, gateway, fee_minor: 100n, party: "vendor", shares: [] })
  expect(balancesOf([fee])[`gateway_fees:${gateway}:ngn`]).toBe(100n)
})
