import fc from "fast-check"
import { accountCode } from "../account"
import type { LedgerEntryInput } from "../entry"
import { buildReceipt } from "../receipt"
import { buildOrphanRefund } from "../refund"
import { buildSettlement } from "../settlement"
import { buildTopUp } from "../top-up"

const occurred_at = new Date("2026-11-28T10:00:00Z")
const CLEARING = "gateway_clearing:paystack:ngn"
const BALANCE = "gateway_balance:paystack:ngn"
const BANK = "platform_bank:ngn"

const of = { gateway: "paystack", currency_code: "ngn", occurred_at }
const settlement = (over: Partial<Parameters<typeof buildSettlement>[0]> = {}) =>
  buildSettlement({
    ...of,
    gateway_settlement_id: "3090024",
    net_minor: 1000n,
    duty_minor: 0n,
    duty_in_fees_minor: 0n,
    goes_to: "bank",
    ...over,
  })

function balancesOf(entries: LedgerEntryInput[]): Record<string, bigint> {
  const balances: Record<string, bigint> = {}
  for (const { account, amount_minor } of entries.flatMap(({ postings }) => postings)) {
    const code = accountCode(account)
    balances[code] = (balances[code] ?? 0n) + amount_minor
  }

  return balances
}

it("pays what was cleared to the bank, less duty, which has an account of its own", () => {
  expect(balancesOf([settlement({ duty_minor: 50n })])).toEqual({
    [BANK]: 1000n,
    "stamp_duty:paystack:ngn": 50n,
    [CLEARING]: -1050n,
  })
})

it("takes duty that the receipts booked as a fee out of the fees, and nothing more out of clearing", () => {
  expect(balancesOf([settlement({ duty_in_fees_minor: 50n, goes_to: "balance" })])).toEqual({
    [BALANCE]: 1000n,
    "stamp_duty:paystack:ngn": 50n,
    "gateway_fees:paystack:ngn": -50n,
    [CLEARING]: -1000n,
  })
})

it("is keyed by the gateway's own name", () => {
  expect(settlement().idempotency_key).toBe("settlement:paystack:3090024")
  const topUp = buildTopUp({ ...of, gateway_top_up_id: "77", amount_minor: 5n })
  expect(topUp.idempotency_key).toBe("top-up:paystack:77")
  expect(balancesOf([topUp])).toEqual({ [BALANCE]: 5n, [BANK]: -5n })
})

it("books what was kept of a settlement that paid nothing, which may be nothing", () => {
  expect(balancesOf([settlement({ net_minor: 0n, duty_minor: 50n })])).toEqual({
    "stamp_duty:paystack:ngn": 50n,
    [CLEARING]: -50n,
  })
  expect(settlement({ net_minor: 0n }).postings).toEqual([])
})

it("refuses what is less than nothing", () => {
  expect(() => settlement({ net_minor: -1n })).toThrow(RangeError)
  expect(() => settlement({ duty_minor: -1n })).toThrow(RangeError)
  expect(() => buildTopUp({ ...of, gateway_top_up_id: "77", amount_minor: 0n })).toThrow(RangeError)
})

it("leaves nothing in clearing once all that was paid, less fees and refunds, is settled, in however many parts", () => {
  const payment = fc.record({
    amount: fc.bigInt({ min: 1000n, max: 10n ** 12n }),
    fee: fc.bigInt({ min: 0n, max: 500n }),
    refunded: fc.bigInt({ min: 0n, max: 400n }),
    duty: fc.bigInt({ min: 0n, max: 50n }),
    goes_to: fc.constantFrom("bank" as const, "balance" as const),
  })
  fc.assert(
    fc.property(fc.array(payment, { minLength: 1, maxLength: 20 }), (payments) => {
      const entries = payments.flatMap(({ amount, fee, refunded, duty, goes_to }, index) => {
        const reference = `mkt-${index}`
        const net_minor = amount - fee - refunded - duty

        return [
          buildReceipt({ ...of, reference, amount_minor: amount, fee_minor: fee }),
          buildOrphanRefund({ ...of, reference, refund_key: `ref_${index}`, amount_minor: refunded }),
          settlement({ gateway_settlement_id: `${index}`, net_minor, duty_minor: duty, goes_to }),
        ]
      })
      const { [CLEARING]: clearing = 0n, [BANK]: bank = 0n, [BALANCE]: balance = 0n } = balancesOf(entries)
      const expected = payments.reduce((sum, one) => sum + one.amount - one.fee - one.refunded - one.duty, 0n)
      expect([clearing, bank + balance]).toEqual([0n, expected])
    })
  )
})
