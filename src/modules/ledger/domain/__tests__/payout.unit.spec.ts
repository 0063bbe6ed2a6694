import fc from "fast-check"
import { accountCode } from "../account"
import type { LedgerEntryInput } from "../entry"
import {
  buildPayout,
  buildPayoutFailed,
  buildPayoutFee,
  buildPayoutFeeReturned,
  buildPayoutPaid,
  buildPayoutReturned,
} from "../payout"
import { buildRelease, buildReserveRelease } from "../release"

const occurred_at = new Date("2026-11-28T10:00:00Z")
const PENDING = "vendor_pending:vend_a:ngn"
const AVAILABLE = "vendor_available:vend_a:ngn"
const RESERVED = "vendor_reserved:vend_a:ngn"
const TRANSIT = "payouts_in_transit:vend_a:ngn"

const order = {
  vendor_id: "vend_a",
  vendor_order_id: "vord_1",
  order_id: "order_1",
  currency_code: "ngn",
  occurred_at,
}
const payoutOf = (amount_minor: bigint, { payout_id = "pout_1", fee_minor = 0n } = {}) => ({
  payout_id,
  vendor_id: "vend_a",
  amount_minor,
  fee_minor,
  currency_code: "ngn",
  occurred_at,
})
const PAYSTACK = { rail: "paystack", is_bank: false }

/** What a history of entries comes to; what is owed is below zero. */
function balancesOf(entries: LedgerEntryInput[]): Record<string, bigint> {
  const balances: Record<string, bigint> = {}
  for (const { account, amount_minor } of entries.flatMap(({ postings }) => postings)) {
    const code = accountCode(account)
    balances[code] = (balances[code] ?? 0n) + amount_minor
  }

  return balances
}

it("moves what is held to what may be paid, but for the reserve, which follows later", () => {
  const release = buildRelease({ ...order, number: 1, available_minor: 90n, reserved_minor: 10n })
  expect(balancesOf([release])).toEqual({ [PENDING]: 100n, [AVAILABLE]: -90n, [RESERVED]: -10n })
  const reserve = buildReserveRelease({ ...order, reserved_minor: 10n })
  expect(balancesOf([release, reserve])).toEqual({ [PENDING]: 100n, [AVAILABLE]: -100n, [RESERVED]: 0n })
  expect(release.idempotency_key).not.toBe(
    buildRelease({ ...order, number: 2, available_minor: -5n, reserved_minor: 0n }).idempotency_key
  )
})

it("takes a payout from what is available through what is in transit to where the money lay", () => {
  const input = payoutOf(70n)
  expect(balancesOf([buildPayout(input)])).toEqual({ [AVAILABLE]: 70n, [TRANSIT]: -70n })
  expect(balancesOf([buildPayout(input), buildPayoutPaid(input, PAYSTACK)])).toEqual({
    [AVAILABLE]: 70n,
    [TRANSIT]: 0n,
    "gateway_balance:paystack:ngn": -70n,
  })
  expect(balancesOf([buildPayoutPaid(input, { rail: "manual", is_bank: true })])).toEqual({
    [TRANSIT]: 70n,
    "platform_bank:ngn": -70n,
  })
  expect(balancesOf([buildPayout(input), buildPayoutFailed(input)])).toEqual({
    [AVAILABLE]: 0n,
    [TRANSIT]: 0n,
  })
})

it("gives back what was paid and came back", () => {
  const input = payoutOf(70n)
  const all = [buildPayout(input), buildPayoutPaid(input, PAYSTACK), buildPayoutReturned(input, PAYSTACK)]
  expect(new Set(Object.values(balancesOf(all)))).toEqual(new Set([0n]))
  expect(new Set(all.map(({ idempotency_key }) => idempotency_key)).size).toBe(3)
})

it("keeps the fee once the vendor has the rest, and gives it back when that comes back", () => {
  const input = payoutOf(70n, { fee_minor: 5n })
  const paid = [buildPayout(input), buildPayoutPaid(input, PAYSTACK), ...buildPayoutFee(input)]
  expect(balancesOf(paid)).toEqual({
    [AVAILABLE]: 70n,
    [TRANSIT]: 0n,
    "gateway_balance:paystack:ngn": -65n,
    "payout_fees:ngn": -5n,
  })
  const back = [...paid, buildPayoutReturned(input, PAYSTACK), ...buildPayoutFeeReturned(input)]
  expect(new Set(Object.values(balancesOf(back)))).toEqual(new Set([0n]))
  expect(new Set(back.map(({ idempotency_key }) => idempotency_key)).size).toBe(5)
  expect(balancesOf([buildPayout(input), buildPayoutFailed(input)])).toEqual({
    [AVAILABLE]: 0n,
    [TRANSIT]: 0n,
  })
  expect([buildPayoutFee(payoutOf(70n)), buildPayoutFeeReturned(payoutOf(70n))]).toEqual([[], []])
})

it.each([70n, 71n, -1n])("refuses a fee of %s of 70", (fee_minor) => {
  expect(() => buildPayoutPaid(payoutOf(70n, { fee_minor }), PAYSTACK)).toThrow(RangeError)
  expect(() => buildPayoutReturned(payoutOf(70n, { fee_minor }), PAYSTACK)).toThrow(RangeError)
})

it("refuses to pay nothing, or less", () => {
  expect(() => buildPayout(payoutOf(0n))).toThrow(RangeError)
  expect(() => buildPayoutReturned(payoutOf(-1n), PAYSTACK)).toThrow(RangeError)
})

type Payout = { do: "pay"; amount: bigint; fee: bigint; end: "paid" | "failed" | "returned" | "transit" }
type Step = Payout | { do: "release" | "refund"; amount: bigint }

/** What became of a payout, whole. */
function payoutEntries({ amount, fee, end }: Payout, payout_id: string): LedgerEntryInput[] {
  const input = payoutOf(amount, { payout_id, fee_minor: fee % amount })
  const paid = [buildPayoutPaid(input, PAYSTACK), ...buildPayoutFee(input)]
  const ends = {
    transit: [],
    failed: [buildPayoutFailed(input)],
    paid,
    returned: [...paid, buildPayoutReturned(input, PAYSTACK), ...buildPayoutFeeReturned(input)],
  }

  return [buildPayout(input), ...ends[end]]
}

function releaseEntry({ do: what, amount }: { do: string; amount: bigint }, number: number) {
  const reserved_minor = what === "release" ? amount / 10n : 0n
  const available_minor = what === "release" ? amount - reserved_minor : -amount

  return buildRelease({ ...order, number, available_minor, reserved_minor })
}

it("keeps every unit through any history, and pays out no more than what is available", () => {
  const amount = fc.bigInt({ min: 1n, max: 10n ** 9n })
  const end = fc.constantFrom("paid" as const, "failed" as const, "returned" as const, "transit" as const)
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ do: fc.constantFrom("release" as const, "refund" as const), amount }),
    fc.record({ do: fc.constant("pay" as const), amount, fee: fc.bigInt({ min: 0n, max: 10n ** 6n }), end })
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const entries: LedgerEntryInput[] = []
      let fees = 0n
      const available = () => -(balancesOf(entries)[AVAILABLE] ?? 0n)
      const pay = (payout: Payout, id: string) => {
        const before = available()
        entries.push(...(payout.amount <= before ? payoutEntries(payout, id) : []))
        fees += payout.end === "paid" && payout.amount <= before ? payout.fee % payout.amount : 0n
        const isKept = payout.end === "failed" || payout.end === "returned" || payout.amount > before
        expect(available()).toBe(isKept ? before : before - payout.amount)
        expect(available() >= 0n || payout.amount > before).toBe(true)
      }
      for (const [index, now] of steps.entries()) {
        if (now.do === "pay") {
          pay(now, `pout_${index}`)
        } else {
          entries.push(releaseEntry(now, index))
        }
      }
      const balances = balancesOf(entries)
      expect(Object.values(balances).reduce((sum, balance) => sum + balance, 0n)).toBe(0n)
      expect(-(balances[TRANSIT] ?? 0n) >= 0n).toBe(true)
      expect(-(balances["payout_fees:ngn"] ?? 0n)).toBe(fees)
    })
  )
})
