import { type PaystackSandbox, startPaystackSandbox } from "../../../../sandbox"
import { describePayoutRail } from "../../__tests__/payout-rail-contract"
import { PaystackPayoutRail } from "../service"

const SECRET = "sk_test_payouts"
const NUMBER = "0000014579"

const railWith = (secret_key: string) =>
  new PaystackPayoutRail(
    {},
    { secret_key, base_url: sandbox.url, disable_retries: true, write_timeout_ms: 1000 }
  )

let sandbox: PaystackSandbox
let rail: PaystackPayoutRail

beforeAll(async () => {
  sandbox = await startPaystackSandbox({ secret_key: SECRET })
  rail = railWith(SECRET)
})
afterAll(() => sandbox.stop())
beforeEach(() => {
  sandbox.control.reset()
  sandbox.control.topUp("NGN", 1_000_000)
})

describePayoutRail("Paystack", () => ({
  rail,
  stranger: railWith("sk_test_wrong"),
  currency_code: "ngn",
  reset: (balance) => {
    sandbox.control.reset()
    sandbox.control.topUp("NGN", Number(balance))
  },
  hold: () => sandbox.control.fault({ on: "transfer", kind: "hangs", times: 10 }),
  end: (reference, how) => sandbox.control.settleTransfer(reference, how === "paid" ? "success" : "failed"),
  disturb: (kind) => sandbox.control.fault({ on: "POST /transfer", kind }),
  posts: () => sandbox.control.calls().filter(({ call }) => call === "POST /transfer").length,
  destination: { bank_code: "011", account_number: NUMBER },
  refused_number: `${NUMBER}-!`,
}))

const transfer = (over: object = {}, to: object = {}) => ({
  reference: "po-0123456789abcdef",
  amount_minor: 5000n,
  currency_code: "ngn",
  reason: "Payout of your sales",
  destination: {
    kind: "bank" as const,
    bank_code: "011",
    account_number: NUMBER,
    account_name: "Ada Textiles",
    currency_code: "ngn",
    ...to,
  },
  ...over,
})
const find = () => rail.find({ reference: "po-0123456789abcdef", currency_code: "ngn" })

it("sends a transfer under our reference, to one recipient however often", async () => {
  const sent = await rail.send(transfer())
  expect(sent).toEqual({
    state: "pending",
    rail_id: expect.stringMatching(/^TRF_/),
    amount_minor: 5000n,
    currency_code: "ngn",
    reason: null,
  })
  await rail.send(transfer({ reference: "po-fedcba9876543210" }))
  const [one, other] = sandbox.control.transfers()
  expect(one!.recipient).toBe(other!.recipient)
  expect(Object.values(sent).join()).not.toContain(NUMBER)
})

it.each([
  ["success", "paid"],
  ["failed", "failed"],
  ["rejected", "failed"],
  ["reversed", "returned"],
  ["otp", "needs_otp"],
  ["pending", "pending"],
] as const)("reads %s as %s", async (status, state) => {
  sandbox.control.fault({ on: "transfer", kind: "hangs" })
  await rail.send(transfer())
  sandbox.control.settleTransfer("po-0123456789abcdef", status)
  expect((await find()).state).toBe(state)
})

it.each([
  ["POST /transferrecipient", "timeout", "none"],
  ["POST /transferrecipient", "5xx_after_commit", "none"],
] as const)("tells of a %s that ends with %s what may have happened: %s", async (on, kind, effect) => {
  sandbox.control.fault({ on, kind })
  await expect(rail.send(transfer())).rejects.toMatchObject({ name: "GatewayUnavailableError", effect })
  expect(sandbox.control.calls().filter(({ call }) => call === on)).toHaveLength(1)
})

it("pays in the currencies whose accounts Paystack knows", () => {
  expect(["ngn", "ghs", "zar", "xof", "usd", "toString"].map((code) => rail.supports(code, "bank"))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

it.each([
  ["ghs", "TELECEL", "233542773934", { bank_code: "VOD", account_number: "0542773934", currency: "GHS" }],
  ["kes", "MPESA", "254712345678", { bank_code: "MPESA", account_number: "0712345678", currency: "KES" }],
])(
  "pays to a wallet in %s as Paystack names and dials it",
  async (currency_code, bank_code, account_number, sent) => {
    sandbox.control.topUp(currency_code.toUpperCase(), 1_000_000)
    expect(rail.supports(currency_code, "mobile_money")).toBe(true)
    const wallet = { kind: "mobile_money", bank_code, account_number, currency_code }
    await rail.send(transfer({ currency_code }, wallet))
    const { body } = sandbox.control.calls().find(({ call }) => call === "POST /transferrecipient")!
    expect(body).toEqual({ type: "mobile_money", name: "Ada Textiles", ...sent })
    expect(rail.supports("ngn", "mobile_money")).toBe(false)
  }
)

describe("the holder of an account", () => {
  const place = { kind: "bank" as const, bank_code: "011", account_number: NUMBER, currency_code: "ngn" }

  it("is told by Paystack, or that there is no such account, or that it cannot be asked", async () => {
    expect(await rail.holderOf(place)).toEqual({ state: "known", name: "ADA TEXTILES LIMITED" })
    expect(await rail.holderOf({ ...place, account_number: "123" })).toEqual({ state: "unknown" })
    expect(await rail.holderOf({ ...place, currency_code: "zar" })).toEqual({ state: "cannot_be_asked" })
  })

  it("is asked for once, and unknown to nobody because Paystack fails", async () => {
    sandbox.control.fault({ on: "GET /bank/resolve", kind: "5xx_before_commit" })
    await expect(rail.holderOf(place)).rejects.toMatchObject({ name: "GatewayUnavailableError" })
    expect(sandbox.control.calls().map(({ call }) => call)).toEqual(["GET /bank/resolve"])
  })
})
