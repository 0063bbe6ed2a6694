import { accountCode } from "../account"
import { entry, type LedgerEntryInput } from "../entry"
import { buildReceipt, receiptKey } from "../receipt"
import { buildReversal } from "../reversal"

const occurred_at = new Date("2026-11-24T10:00:00Z")
const ngn = "ngn"
const unallocated = { type: "unallocated", currency_code: ngn } as const
const clearing = { type: "gateway_clearing", owner: "paystack", currency_code: ngn } as const

const input = (postings: LedgerEntryInput["postings"]): LedgerEntryInput => ({
  kind: "receipt",
  idempotency_key: "receipt:paystack:ref_1",
  currency_code: ngn,
  occurred_at,
  reference: { gateway: "paystack" },
  postings,
})

describe("accountCode", () => {
  it.each([
    [clearing, "gateway_clearing:paystack:ngn"],
    [unallocated, "unallocated:ngn"],
  ])("%j is %s", (account, code) => {
    expect(accountCode(account)).toBe(code)
  })
})

describe("entry", () => {
  it("keeps what moves and leaves out postings of nothing", () => {
    const made = entry(
      input([
        { account: clearing, amount_minor: 100n },
        { account: { type: "commission", currency_code: ngn }, amount_minor: 0n },
        { account: unallocated, amount_minor: -100n },
      ])
    )

    expect(made.postings.map(({ account, amount_minor }) => [account.type, amount_minor])).toEqual([
      ["gateway_clearing", 100n],
      ["unallocated", -100n],
    ])
  })

  it("refuses postings that do not sum to zero, to the last unit", () => {
    const postings = [
      { account: clearing, amount_minor: 10_000_000_000_000_001n },
      { account: unallocated, amount_minor: -10_000_000_000_000_000n },
    ]

    expect(() => entry(input(postings))).toThrow("does not balance: its postings sum to 1")
  })

  it("refuses two currencies, also when their numbers balance", () => {
    const postings = [
      { account: clearing, amount_minor: 100n },
      { account: { type: "unallocated" as const, currency_code: "ghs" }, amount_minor: -100n },
    ]

    expect(() => entry(input(postings))).toThrow("mixes currencies")
  })
})

describe("buildReceipt", () => {
  const receipt = (amount_minor: bigint, fee_minor: bigint) =>
    buildReceipt({
      gateway: "paystack",
      reference: "ref_1",
      amount_minor,
      fee_minor,
      currency_code: ngn,
      occurred_at,
    })
  const amounts = (made: LedgerEntryInput) =>
    Object.fromEntries(made.postings.map(({ account, amount_minor }) => [accountCode(account), amount_minor]))

  it.each([
    [
      "a fee, borne by the platform",
      214893n,
      13223n,
      {
        "gateway_clearing:paystack:ngn": 201670n,
        "gateway_fees:paystack:ngn": 13223n,
        "unallocated:ngn": -214893n,
      },
    ],
    ["no fee", 100n, 0n, { "gateway_clearing:paystack:ngn": 100n, "unallocated:ngn": -100n }],
    [
      "a fee above the amount",
      100n,
      150n,
      {
        "gateway_clearing:paystack:ngn": -50n,
        "gateway_fees:paystack:ngn": 150n,
        "unallocated:ngn": -100n,
      },
    ],
  ])("owes the buyer the whole amount with %s", (_, amount, fee, expected) => {
    expect(amounts(receipt(amount, fee))).toEqual(expected)
  })

  it("has arrived in the platform's bank where a transfer was sent there", () => {
    const made = buildReceipt({
      gateway: "bank",
      reference: "ref_1",
      amount_minor: 100n,
      fee_minor: 0n,
      currency_code: ngn,
      occurred_at,
    })

    expect(made.idempotency_key).toBe("receipt:bank:ref_1")
    expect(amounts(made)).toEqual({ "platform_bank:ngn": 100n, "unallocated:ngn": -100n })
  })

  it("is keyed by the gateway and its reference, so that two gateways never share a key", () => {
    expect(receipt(100n, 0n).idempotency_key).toBe(receiptKey("paystack", "ref_1"))
    expect(receiptKey("paystack", "ref_1")).not.toBe(receiptKey("flutterwave", "ref_1"))
  })
})

describe("buildReversal", () => {
  it("negates every posting and names what it reverses", () => {
    const original = { ...input([]), id: "lent_1" }
    original.postings = [
      { account: clearing, amount_minor: 100n },
      { account: unallocated, amount_minor: -100n },
    ]

    expect(buildReversal(original, occurred_at)).toMatchObject({
      kind: "reversal",
      idempotency_key: "reversal:receipt:paystack:ref_1",
      reverses_id: "lent_1",
      postings: [
        { account: clearing, amount_minor: -100n },
        { account: unallocated, amount_minor: 100n },
      ],
    })
  })
})
