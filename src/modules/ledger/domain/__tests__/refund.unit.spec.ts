import fc from "fast-check"
import { sumMinor } from "../../../../lib/money"
import { accountCode } from "../account"
import type { LedgerEntryInput } from "../entry"
import { buildOrderRefund, buildOrphanRefund, type GivenBackPart } from "../refund"
import { type SoldAndRefunded, shareRefund } from "../refund-shares"
import { buildReversal } from "../reversal"
import { buildSale } from "../sale"

const occurred_at = new Date("2026-11-24T10:00:00Z")

const amounts = (entry: LedgerEntryInput) =>
  Object.fromEntries(entry.postings.map(({ account, amount_minor }) => [accountCode(account), amount_minor]))

const NOTHING = {
  commission_minor: 0n,
  commission_tax_minor: 0n,
  withholding_minor: 0n,
  platform_tax_minor: 0n,
  platform_discount_minor: 0n,
}

const sold = (over: Partial<SoldAndRefunded> = {}): SoldAndRefunded => ({
  vendor_id: "vend_a",
  total_minor: 100n,
  commission_minor: 10n,
  commission_tax_minor: 0n,
  withholding_minor: 0n,
  platform_tax_minor: 0n,
  platform_discount_minor: 0n,
  refunded_minor: 0n,
  reversed: NOTHING,
  ...over,
})

const orderRefund = (
  amount_minor: bigint,
  vendors: GivenBackPart[],
  { unallocated_minor = 0n, gateway = "paystack" } = {}
) =>
  buildOrderRefund({
    gateway,
    refund_key: "refund_1",
    order_id: "order_1",
    amount_minor,
    currency_code: "ngn",
    occurred_at,
    vendors,
    unallocated_minor,
  })

describe("shareRefund", () => {
  it("follows what each vendor has left to give back", () => {
    const { vendors, unallocated_minor } = shareRefund({
      amount_minor: 90n,
      vendors: [
        sold({ vendor_id: "vend_a", total_minor: 200n, refunded_minor: 80n }),
        sold({ vendor_id: "vend_b", total_minor: 60n }),
      ],
    })

    expect(vendors.map((part) => part.amount_minor)).toEqual([60n, 30n])
    expect(unallocated_minor).toBe(0n)
  })

  it("gives more than was sold to nobody", () => {
    const { vendors, unallocated_minor } = shareRefund({ amount_minor: 130n, vendors: [sold()] })

    expect(vendors).toEqual([{ ...NOTHING, vendor_id: "vend_a", amount_minor: 100n, commission_minor: 10n }])
    expect(unallocated_minor).toBe(30n)
  })

  it("has nothing to share when everything was given back, or when the order was free", () => {
    const allGiven = sold({ refunded_minor: 100n, reversed: { ...NOTHING, commission_minor: 10n } })
    expect(shareRefund({ amount_minor: 5n, vendors: [allGiven] })).toMatchObject({
      vendors: [{ amount_minor: 0n, commission_minor: 0n }],
      unallocated_minor: 5n,
    })
    expect(shareRefund({ amount_minor: 5n, vendors: [sold({ total_minor: 0n })] })).toMatchObject({
      vendors: [{ amount_minor: 0n, commission_minor: 0n }],
      unallocated_minor: 5n,
    })
  })

  it("takes commission back by what was frozen, not by a rate: 1 of 3 units thrice is all of it, once", () => {
    const before: [refunded: bigint, commission: bigint][] = [
      [0n, 0n],
      [1n, 0n],
      [2n, 1n],
    ]
    const steps = before.map(
      ([refunded_minor, commission_minor]) =>
        shareRefund({
          amount_minor: 1n,
          vendors: [
            sold({
              total_minor: 3n,
              commission_minor: 2n,
              refunded_minor,
              reversed: { ...NOTHING, commission_minor },
            }),
          ],
        }).vendors[0]?.commission_minor
    )

    expect(steps).toEqual([0n, 1n, 1n])
  })
})

describe("buildOrphanRefund", () => {
  it("gives unallocated money back; the gateway keeps its fee", () => {
    const entry = buildOrphanRefund({
      gateway: "paystack",
      reference: "ref_1",
      refund_key: "key_1",
      amount_minor: 500n,
      currency_code: "ngn",
      occurred_at,
    })

    expect(entry.idempotency_key).toBe("refund:key_1")
    expect(amounts(entry)).toEqual({ "unallocated:ngn": 500n, "gateway_clearing:paystack:ngn": -500n })
  })

  it("leaves from the platform's bank what a transfer had brought there", () => {
    const entry = buildOrphanRefund({
      gateway: "bank",
      reference: "ref_1",
      refund_key: "key_1",
      amount_minor: 500n,
      currency_code: "ngn",
      occurred_at,
    })

    expect(amounts(entry)).toEqual({ "unallocated:ngn": 500n, "platform_bank:ngn": -500n })
  })
})

describe("buildOrderRefund", () => {
  it("takes back commission, its tax, what was withheld, the platform's tax and its discount with the vendor's share", () => {
    const part = {
      vendor_id: "vend_a",
      amount_minor: 100n,
      commission_minor: 10n,
      commission_tax_minor: 3n,
      withholding_minor: 2n,
      platform_tax_minor: 7n,
      platform_discount_minor: 20n,
    }

    expect(amounts(orderRefund(100n, [part]))).toEqual({
      "gateway_clearing:paystack:ngn": -100n,
      "commission:ngn": 10n,
      "commission_tax:ngn": 3n,
      "withholding:ngn": -2n,
      "item_tax:ngn": 7n,
      "promotion_expense:ngn": -20n,
      "vendor_pending:vend_a:ngn": 102n,
    })
  })

  it("leaves from the platform's bank for an order that was paid there", () => {
    const part = { ...NOTHING, vendor_id: "vend_a", amount_minor: 100n }

    expect(amounts(orderRefund(100n, [part], { gateway: "bank" }))).toEqual({
      "platform_bank:ngn": -100n,
      "vendor_pending:vend_a:ngn": 100n,
    })
  })

  it("never invents money: a part that is missing is refused", () => {
    expect(() => orderRefund(100n, [], { unallocated_minor: 99n })).toThrow(RangeError)
  })
})

describe("for any order that is given back in any steps", () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n })
  const vendor = fc
    .record({
      total_minor: fc.bigInt({ min: 1n, max: 10n ** 12n }),
      commission: fc.nat({ max: 100 }),
      /** Of what was sold, in basis points; a shop that pays it by itself has none. */
      platform_tax: fc.oneof(fc.constant(0), fc.nat({ max: 2500 })),
      platform_discount_minor: amount,
    })
    .map(({ commission, platform_tax, ...it }) => ({
      ...it,
      commission_minor: (it.total_minor * BigInt(commission)) / 100n,
      commission_tax_minor: (it.total_minor * BigInt(commission) * 75n) / 100_000n,
      withholding_minor: (it.total_minor * BigInt(commission) * 5n) / 10_000n,
      platform_tax_minor: (it.total_minor * BigInt(platform_tax)) / 10_000n,
    }))

  const step = fc.record({ amount_minor: fc.bigInt({ min: 1n, max: 10n ** 12n }), fails: fc.boolean() })

  it("every account but the gateway's ends where it was before the sale, also when refunds failed later", () => {
    fc.assert(
      fc.property(
        fc.array(vendor, { minLength: 1, maxLength: 6 }),
        fc.array(step, { maxLength: 6 }),
        (parts, steps) => {
          const vendors = parts.map((part, index) => ({ ...part, vendor_id: `vend_${index}` }))
          const whole = sumMinor(vendors.map((part) => part.total_minor))
          const entries = [saleOf(vendors, whole)]
          const given: GivenBackPart[] = []
          let left = whole
          for (const wanted of [...steps, { amount_minor: whole, fails: false }]) {
            const amount_minor = wanted.amount_minor < left ? wanted.amount_minor : left
            const shares = shareRefund({ amount_minor, vendors: vendors.map((part) => soldNow(part, given)) })
            expect(shares.unallocated_minor).toBe(0n)
            expect(
              shares.vendors.every((part) => part.commission_minor >= 0n && part.platform_tax_minor >= 0n)
            ).toBe(true)
            const entry = orderRefund(amount_minor, shares.vendors)
            entries.push(entry)
            given.push(...shares.vendors)
            if (wanted.fails) {
              entries.push(buildReversal({ ...entry, id: "lent_1" }, occurred_at))
              given.push(...shares.vendors.map(negated))
            } else {
              left -= amount_minor
            }
          }

          expect(balancesOf(entries)).toEqual({})
        }
      )
    )
  })
})

type Sold = Required<Parameters<typeof buildSale>[0]["vendors"][number]>

const saleOf = (vendors: Sold[], charged_minor: bigint) =>
  buildSale({
    order_id: "order_1",
    currency_code: "ngn",
    charged_minor,
    credit_minor: 0n,
    occurred_at,
    vendors,
  })

const negated = (part: GivenBackPart): GivenBackPart => ({
  vendor_id: part.vendor_id,
  amount_minor: -part.amount_minor,
  commission_minor: -part.commission_minor,
  commission_tax_minor: -part.commission_tax_minor,
  withholding_minor: -part.withholding_minor,
  platform_tax_minor: -part.platform_tax_minor,
  platform_discount_minor: -part.platform_discount_minor,
})

function soldNow(part: Sold, given: GivenBackPart[]): SoldAndRefunded {
  const own = given.filter(({ vendor_id }) => vendor_id === part.vendor_id)

  return {
    ...part,
    refunded_minor: sumMinor(own.map((it) => it.amount_minor)),
    reversed: {
      commission_minor: sumMinor(own.map((it) => it.commission_minor)),
      commission_tax_minor: sumMinor(own.map((it) => it.commission_tax_minor)),
      withholding_minor: sumMinor(own.map((it) => it.withholding_minor)),
      platform_tax_minor: sumMinor(own.map((it) => it.platform_tax_minor)),
      platform_discount_minor: sumMinor(own.map((it) => it.platform_discount_minor)),
    },
  }
}

/** What stays on the accounts of vendors and of the platform. */
function balancesOf(entries: LedgerEntryInput[]): Record<string, bigint> {
  const balances = new Map<string, bigint>()
  for (const { account, amount_minor } of entries.flatMap((entry) => entry.postings)) {
    if (account.type !== "gateway_clearing" && account.type !== "unallocated") {
      const code = accountCode(account)
      balances.set(code, (balances.get(code) ?? 0n) + amount_minor)
    }
  }

  return Object.fromEntries([...balances].filter(([, balance]) => balance !== 0n))
}
