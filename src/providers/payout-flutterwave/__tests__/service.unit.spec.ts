import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { type FlutterwaveSandbox, startFlutterwaveSandbox } from "../../../../sandbox/flutterwave"
import { describePayoutRail } from "../../__tests__/payout-rail-contract"
import { FlutterwavePayoutRail } from "../service"

const HASH = "a-hash-only-the-dashboard-knows"
const NUMBER = "0690000031"
const REFERENCE = "po-0123456789abcdef"

const railAt = (base_url: string, secret_key = "FLWSECK_TEST-payouts", options: object = {}) =>
  new FlutterwavePayoutRail(
    {},
    {
      secret_key,
      base_url,
      webhook_hash: HASH,
      redirect_url: "http://localhost/back",
      disable_retries: true,
      write_timeout_ms: 1000,
      ...options,
    }
  )

let sandbox: FlutterwaveSandbox
let rail: FlutterwavePayoutRail

beforeAll(async () => {
  sandbox = await startFlutterwaveSandbox({ secret_key: "FLWSECK_TEST-payouts", webhook_hash: HASH })
  rail = railAt(sandbox.url)
})
afterAll(() => sandbox.stop())

const posts = () => sandbox.control.calls().filter(({ call }) => call === "POST /transfers")

describePayoutRail("Flutterwave", () => ({
  rail,
  stranger: railAt(sandbox.url, "FLWSECK_TEST-wrong"),
  currency_code: "ngn",
  reset: (balance) => {
    sandbox.control.reset()
    sandbox.control.topUp("NGN", Number(balance))
  },
  hold: () => sandbox.control.fault({ on: "transfer", kind: "hangs", times: 10 }),
  end: (reference, how) =>
    sandbox.control.settleTransfer(reference, how === "paid" ? "SUCCESSFUL" : "FAILED"),
  disturb: (kind) => sandbox.control.fault({ on: "POST /transfers", kind }),
  posts: () => posts().length,
  destination: { bank_code: "044", account_number: NUMBER },
  refused_number: "0690-0000",
}))

const transfer = (over: object = {}) => ({
  reference: REFERENCE,
  amount_minor: 5050n,
  currency_code: "ngn",
  reason: "Payout of your sales",
  destination: {
    kind: "bank" as const,
    bank_code: "044",
    account_number: NUMBER,
    account_name: "Ada Textiles",
    currency_code: "ngn",
  },
  ...over,
})

it("sends major units as a decimal text, out of the balance of the same currency", async () => {
  sandbox.control.reset()
  sandbox.control.topUp("NGN", 10_000)
  await rail.send(transfer())
  expect(posts()[0]?.body).toEqual({
    account_bank: "044",
    account_number: NUMBER,
    beneficiary_name: "Ada Textiles",
    amount: "50.5",
    currency: "NGN",
    debit_currency: "NGN",
    reference: REFERENCE,
    narration: "Payout of your sales",
  })
})

it("pays in African currencies, and in no other", () => {
  expect(["ngn", "ghs", "kes", "xof", "usd", "toString"].map((code) => rail.supports(code, "bank"))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})

describe("wallets", () => {
  const sender = { name: "Merkato", country_code: "KE", mobile_number: "254700000000" }
  const pay = async (currency_code: string, bank_code: string, account_number: string) => {
    sandbox.control.reset()
    sandbox.control.topUp(currency_code.toUpperCase(), 10_000)
    const to = { kind: "mobile_money", bank_code, account_number, account_name: "Ada", currency_code }
    await railAt(sandbox.url, undefined, { sender }).send(transfer({ currency_code, destination: to }))

    return posts()[0]?.body
  }

  it("are paid by Flutterwave's names of their operators, in Kenya with the sender's", async () => {
    const ghanaian = await pay("ghs", "TELECEL", "233542773934")
    expect(ghanaian).toMatchObject({ account_bank: "VODAFONE", account_number: "233542773934" })
    expect(ghanaian).not.toHaveProperty("meta")
    expect(await pay("kes", "MPESA", "254712345678")).toMatchObject({
      account_bank: "MPS",
      beneficiary_name: "Ada",
      meta: { sender: "Merkato", sender_country: "KE", mobile_number: "254700000000" },
    })
  })

  it("are not paid in Kenya by nobody, nor where we know no operator", () => {
    expect(rail.supports("ghs", "mobile_money")).toBe(true)
    expect(rail.supports("kes", "mobile_money")).toBe(false)
    expect(railAt(sandbox.url, undefined, { sender }).supports("kes", "mobile_money")).toBe(true)
    expect(rail.supports("ngn", "mobile_money")).toBe(false)
  })
})

describe("the holder of an account", () => {
  const place = { kind: "bank" as const, bank_code: "044", account_number: NUMBER, currency_code: "ngn" }

  it("is told by Flutterwave, or that there is no such account, or that it cannot be asked", async () => {
    expect(await rail.holderOf(place)).toEqual({ state: "known", name: "ADA TEXTILES LIMITED" })
    expect(await rail.holderOf({ ...place, account_number: "123" })).toEqual({ state: "unknown" })
    expect(await rail.holderOf({ ...place, currency_code: "ghs" })).toEqual({ state: "cannot_be_asked" })
    sandbox.control.fault({ on: "POST /accounts/resolve", kind: "timeout" })
    await expect(rail.holderOf(place)).rejects.toMatchObject({ name: "GatewayUnavailableError" })
  })
})

describe("what Flutterwave should not answer", () => {
  let answer: { status: number; body: string }
  const odd = createServer((_, res) => {
    res.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body)
  })
  const oddRail = () => railAt(`http://127.0.0.1:${(odd.address() as AddressInfo).port}/v3`)
  const row = (over: object = {}) => ({
    id: 1,
    reference: REFERENCE,
    status: "SUCCESSFUL",
    amount: 50.5,
    currency: "NGN",
    ...over,
  })
  const answers = (data: unknown, status = 200, message = "ok") => {
    answer = { status, body: JSON.stringify({ status: status < 400 ? "success" : "error", message, data }) }
  }

  beforeAll(() => new Promise<void>((resolve) => odd.listen(0, "127.0.0.1", resolve)))
  afterAll(() => new Promise((resolve) => odd.close(resolve)))

  it.each([
    ["other transfers only, as if it knew no such filter", [row({ reference: "po-another000000000" })]],
    ["two under one reference", [row(), row({ id: 2 })]],
    ["an amount that is none of the currency", [row({ amount: 50.505 })]],
    ["a row that is not understood", [row({ amount: null })]],
  ])("concludes nothing from %s", async (_, rows) => {
    answers(rows)
    await expect(oddRail().find({ reference: REFERENCE, currency_code: "ngn" })).rejects.toMatchObject({
      name: "GatewayUnavailableError",
    })
  })

  it("reads cents that no float can hold", async () => {
    answer = {
      status: 200,
      body: `{"status":"success","message":"ok","data":[${JSON.stringify(row()).replace("50.5", "90071992547409.93")}]}`,
    }
    expect(await oddRail().find({ reference: REFERENCE, currency_code: "ngn" })).toMatchObject({
      state: "paid",
      amount_minor: 9_007_199_254_740_993n,
    })
  })

  it.each([
    [
      "Please enable IP Whitelisting to access this service",
      { name: "GatewayUnavailableError", effect: "none" },
    ],
    ["Sorry, account number 0690000031 is invalid", { name: "GatewayRefusedError" }],
  ])("knows what '%s' means for the payout", async (message, expected) => {
    answers(null, 400, message)
    const sent = oddRail().send(transfer())
    await expect(sent).rejects.toMatchObject(expected)
    await expect(sent).rejects.not.toThrow(NUMBER)
  })

  it("keeps no number of an account that a failure repeats", async () => {
    answers([row({ status: "FAILED", complete_message: `Account ${NUMBER} could not be resolved` })])
    const found = await oddRail().find({ reference: REFERENCE, currency_code: "ngn" })
    expect(found).toMatchObject({ state: "failed", reason: "Account … could not be resolved" })
  })
})
