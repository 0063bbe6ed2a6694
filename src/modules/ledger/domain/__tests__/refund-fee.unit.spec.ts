import fc from "fast-check"
import { sumMinor } from "../../../../lib/money"
import { accountCode } from "../account"
import { buildRefundFee, feeOfRefund } from "../refund-fee"
import { type SoldAndRefunded, shareRefund } from "../refund-shares"

const NAMES = [
  "commission_minor",
  "commission_tax_minor",
  "withholding_minor",
  "platform_tax_minor",
  "platform_discount_minor",
] as const

const frozen = fc.record({
  commission_minor: fc.bigInt(0n, 5_000n),
  commission_tax_minor: fc.bigInt(0n, 500n),
  withholding_minor: fc.bigInt(0n, 500n),
  platform_tax_minor: fc.bigInt(0n, 1_000n),
  platform_discount_minor: fc.bigInt(0n, 500n),
})

describe("refunds of named goods and of amounts, in any order", () => {
  it("take back exactly what was frozen when all is given back, and never more before", () => {
    fc.assert(
      fc.property(
        frozen,
        fc.bigInt(5_000n, 100_000n),
        fc.array(fc.tuple(fc.bigInt(1n, 30_000n), fc.option(frozen)), { maxLength: 12 }),
        (sold, total_minor, steps) => {
          const state: SoldAndRefunded = {
            ...sold,
            vendor_id: "vend_a",
            total_minor,
            refunded_minor: 0n,
            reversed: {
              commission_minor: 0n,
              commission_tax_minor: 0n,
              withholding_minor: 0n,
              platform_tax_minor: 0n,
              platform_discount_minor: 0n,
            },
          }
          const give = (wanted: bigint, due: SoldAndRefunded["due"]) => {
            const left = total_minor - state.refunded_minor
            const amount_minor = wanted < left ? wanted : left
            const part = shareRefund({ amount_minor, vendors: [{ ...state, due }] }).vendors[0]!
            state.refunded_minor += part.amount_minor
            for (const name of NAMES) {
              state.reversed[name] += part[name]
              expect(part[name] >= 0n && state.reversed[name] <= sold[name]).toBe(true)
            }
          }
          for (const [wanted, due] of steps) {
            give(wanted, due ?? undefined)
          }
          // Whatever is left, once as goods of which nothing is said to be frozen.
          give(total_minor, { ...state.reversed, commission_minor: 0n })

          expect(state.refunded_minor).toBe(total_minor)
          expect(NAMES.map((name) => state.reversed[name])).toEqual(NAMES.map((name) => sold[name]))
        }
      )
    )
  })
})

describe("the gateway's fee on refunds", () => {
  it("is never charged beyond what the gateway kept, in whatever parts the money goes back", () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 2_000n),
        fc.array(fc.bigInt(1n, 9_999n), { minLength: 1 }),
        (fee_minor, parts) => {
          const paid_minor = sumMinor(parts)
          const charged = parts.map((amount_minor) => feeOfRefund({ fee_minor, paid_minor, amount_minor }))

          expect(sumMinor(charged) <= fee_minor).toBe(true)
          expect(fee_minor - sumMinor(charged) < BigInt(parts.length)).toBe(true)
          expect(feeOfRefund({ fee_minor, paid_minor, amount_minor: paid_minor })).toBe(fee_minor)
        }
      )
    )
  })

  it("moves from the platform to the vendor in an entry of its own", () => {
    const entry = buildRefundFee({
      gateway: "paystack",
      refund_key: "ref_1",
      order_id: "order_1",
      vendor_id: "vend_a",
      fee_minor: 75n,
      currency_code: "ngn",
      occurred_at: new Date("2026-11-28T10:00:00Z"),
    })

    expect([entry.kind, entry.idempotency_key]).toEqual(["refund_fee", "refund-fee:ref_1"])
    expect(entry.postings.map(({ account, amount_minor }) => [accountCode(account), amount_minor])).toEqual([
      ["vendor_available:vend_a:ngn", 75n],
      ["gateway_fees:paystack:ngn", -75n],
    ])
  })
})
