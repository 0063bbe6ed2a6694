import { type PaystackSandbox, startPaystackSandbox } from "../../../../sandbox"
import { PaystackPayoutRail } from "../service"

const SECRET = "sk_test_payouts"
const NUMBER = "0000014579"

let sandbox: PaystackSandbox
let rail: PaystackPayoutRail

beforeAll(async () => {
  sandbox = await startPaystackSandbox({ secret_key: SECRET })
  rail = new PaystackPayoutRail(
    {},
    { secret_key: SECRET, base_url: sandbox.url, disable_retries: true, write_timeout_ms: 2000 }
  )
})
afterAll(() => sandbox.stop())
beforeEach(() => {
  sandbox.control.reset()
  sandbox.control.topUp("NGN", 1_000_000)
})

const transfer = (over: object = {}, to: object = {}) => ({
  reference: "po-0123456789abcdef",
  amount_minor: 5000n,
  currency_code: "ngn",
  reason: "Payout of your sales",
  destination: {
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

it("knows nothing under a reference that Paystack does not know", async () => {
  expect(await find()).toMatchObject({ state: "unknown_reference", amount_minor: null })
})

it.each([
  ["POST /transferrecipient", "timeout", "none"],
  ["POST /transferrecipient", "5xx_after_commit", "none"],
  ["POST /transfer", "timeout", "unknown"],
  ["POST /transfer", "5xx_after_commit", "unknown"],
  ["POST /transfer", "429", "none"],
] as const)("tells of a %s that ends with %s what may have happened: %s", async (on, kind, effect) => {
  sandbox.control.fault({ on, kind })
  await expect(rail.send(transfer())).rejects.toMatchObject({ name: "GatewayUnavailableError", effect })
  expect(sandbox.control.calls().filter(({ call }) => call === on)).toHaveLength(1)
})

it("takes a reference that is known for an answer that was lost, and an empty balance for a wait", async () => {
  await rail.send(transfer())
  await expect(rail.send(transfer())).rejects.toMatchObject({ effect: "unknown" })
  await expect(
    rail.send(transfer({ reference: "po-fedcba9876543210", amount_minor: 10n ** 9n }))
  ).rejects.toMatchObject({ effect: "none" })
})

it("does not repeat the number of an account that Paystack refuses, nor find out by looking up that a key is wrong", async () => {
  const refused = rail.send(transfer({}, { account_number: `${NUMBER}-!` }))
  await expect(refused).rejects.toMatchObject({ name: "GatewayRefusedError" })
  await expect(refused).rejects.not.toThrow(NUMBER)
  const stranger = new PaystackPayoutRail({}, { secret_key: "sk_test_wrong", base_url: sandbox.url })
  await expect(
    stranger.find({ reference: "po-0123456789abcdef", currency_code: "ngn" })
  ).rejects.toMatchObject({
    name: "GatewayUnavailableError",
  })
})

it("pays in the currencies whose accounts Paystack knows", () => {
  expect(["ngn", "ghs", "zar", "xof", "usd", "toString"].map((code) => rail.supports(code))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
