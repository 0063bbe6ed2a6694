import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startPaystackSandbox } from ".."
import { paymentPage } from "../page"
import { feeOn, NIGERIAN_FEES } from "../state"
import { callsOf, SECRET, startMerchant } from "./merchant"

let merchant: Awaited<ReturnType<typeof startMerchant>>

beforeAll(async () => {
  merchant = await startMerchant()
})
afterAll(() => merchant.stop())
beforeEach(() => merchant.reset())

const control = () => merchant.sandbox.control
const envelope = (code: string, type = "validation_error") => ({
  status: false,
  message: expect.any(String),
  meta: { nextStep: expect.any(String) },
  code,
  type,
})

describe("The hosted page", () => {
  it("shows what is to be paid and three buttons, and has neither script nor card field", async () => {
    const { url, reference } = await merchant.open()

    const page = await fetch(url)
    const html = await page.text()

    expect(html).toContain("NGN 1,250.00")
    expect(html).toContain(reference)
    const labels = [...html.matchAll(/<button[^>]*>(\w+)</g)].map(([, label]) => label)
    expect(labels).toEqual(["Pay", "Decline", "Abandon"])
    expect(html).not.toMatch(/<script|<input|408408/i)
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'")
  })

  it("shows an e-mail address as text, whatever is in it", async () => {
    const { url, reference } = await merchant.open({ email: "ada.o'neil@example.com" })
    const transaction = control()
      .transactions()
      .find((one) => one.reference === reference)!

    expect(await (await fetch(url)).text()).toContain("ada.o&#39;neil@example.com")
    expect(paymentPage({ ...transaction, email: `"<img src=x onerror=alert(1)>"@example.com` })).not.toMatch(
      /<img|"<|>"@/
    )
  })

  it.each([
    ["pay", "success", "Successful"],
    ["decline", "failed", "Declined"],
    ["abandon", "abandoned", "The transaction was not completed"],
  ])("a buyer who presses %s leaves the transaction %s", async (button, status, gateway_response) => {
    const { url, reference } = await merchant.open()

    const answer = await merchant.press(url, button)

    expect(answer.status).toBe(303)
    expect(await merchant.verify(reference)).toMatchObject({ status, gateway_response })
  })

  it("sends a buyer back to the shop under the reference, but keeps one whose card was declined", async () => {
    const back = "https://shop.example/paid?cart=1"
    const paid = await merchant.open()
    const declined = await merchant.open()

    const answers = [await merchant.press(paid.url, "pay"), await merchant.press(declined.url, "decline")]

    expect(answers.map(({ headers }) => headers.get("location"))).toEqual([
      `${back}&trxref=${paid.reference}&reference=${paid.reference}`,
      new URL(declined.url).pathname,
    ])
  })

  it("lets a declined buyer try again, and nobody pay twice", async () => {
    const { url, reference } = await merchant.open()

    await merchant.press(url, "decline")
    expect(await (await fetch(url)).text()).toContain("The card was declined")
    await merchant.press(url, "pay")
    const again = await merchant.press(url, "pay")

    expect(again.status).toBe(200)
    expect(await again.text()).toContain("This payment is complete.")
    expect(await merchant.verify(reference)).toMatchObject({ status: "success", amount: 125000 })
    expect(control().deliveries()).toHaveLength(1)
  })

  it("answers 404 for a payment or a button that does not exist", async () => {
    const { url, reference } = await merchant.open()

    expect((await fetch(`${merchant.sandbox.url}/checkout/nothing`)).status).toBe(404)
    expect((await merchant.press(url, "steal")).status).toBe(404)
    expect((await fetch(`${url}/pay`)).status).toBe(404)
    expect(await merchant.verify(reference)).toMatchObject({ status: "abandoned" })
  })
})

describe("Transactions", () => {
  it("refuses a reference that was used before", async () => {
    const { reference } = await merchant.open()

    const { status, body } = await merchant.api("POST", "/transaction/initialize", {
      email: "eve@example.com",
      amount: 100,
      reference,
    })

    expect(status).toBe(400)
    expect(body).toEqual({ ...envelope("duplicate_reference"), message: "Duplicate Transaction Reference" })
  })

  it("tells the merchant's metadata again, and the fee once it is paid", async () => {
    const { reference } = await merchant.open({ metadata: { session_id: "payses_1" } })
    control().pay(reference)

    expect(await merchant.verify(reference)).toMatchObject({
      metadata: { session_id: "payses_1" },
      fees: 1875,
    })
  })

  it.each([
    [100000, 1500],
    [249999, 3750],
    [250000, 13750],
    [100_000_000, 200_000],
  ])("takes its published fee: of %s subunits %s", (amount, fee) => {
    expect(feeOn(amount, NIGERIAN_FEES)).toBe(fee)
  })

  it.each([
    ["no amount", { amount: undefined }],
    ["an amount with a fraction", { amount: 12.5 }],
    ["an amount below zero", { amount: -100 }],
    ["no e-mail address", { email: "<script>" }],
    ["an unknown currency", { currency: "EUR" }],
    ["a reference with a blank", { reference: "a b" }],
    ["a callback that is no web address", { callback_url: "javascript:alert(1)" }],
  ])("refuses %s", async (_, wrong) => {
    const order = { email: "ada@example.com", amount: 100, ...wrong }

    const { status, body } = await merchant.api("POST", "/transaction/initialize", order)

    expect(status).toBe(400)
    expect(body).toEqual(envelope("invalid_params"))
    expect(control().transactions()).toEqual([])
  })
})

describe("Refunds and balance", () => {
  const refund = (transaction: string, amount?: number) =>
    merchant.api("POST", "/refund", { transaction, amount, merchant_note: "merkato:key" })

  it("gives back in parts, the rest when no amount is named, and never more than was paid", async () => {
    const { reference } = await merchant.open()
    control().pay(reference)

    const amounts = [await refund(reference, 25000), await refund(reference)].map(
      ({ body }) => body.data.amount
    )
    const tooMuch = await refund(reference, 1)

    expect(amounts).toEqual([25000, 100000])
    expect(tooMuch.status).toBe(400)
    expect(tooMuch.body).toEqual(envelope("transaction_reversed"))
  })

  it("refuses a refund of what was not paid, of more than is left, or of nothing it knows", async () => {
    const paid = await merchant.open()
    const unpaid = await merchant.open()
    control().pay(paid.reference)

    const answers = [
      await refund(paid.reference, 125001),
      await refund(unpaid.reference, 1),
      await refund("x"),
    ]

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [400, "invalid_amount"],
      [400, "transaction_reversed"],
      [404, "transaction_not_found"],
    ])
    expect(control().refunds()).toEqual([])
  })

  it("processes a refund after it was answered, tells of it, and lists it with its note", async () => {
    const { reference } = await merchant.open()
    control().pay(reference)
    const { body } = await refund(reference, 25000)

    const events = await merchant.arrived(2)
    const list = await merchant.api("GET", "/refund?perPage=1&page=1")

    expect(body.data.status).toBe("pending")
    expect(events[1]).toMatchObject({ event: "refund.processed", reference })
    expect(JSON.parse(events[1]!.raw).data.amount).toBe("25000")
    expect(list.body.data).toMatchObject([
      { id: body.data.id, status: "processed", merchant_note: "merkato:key" },
    ])
    const later = new Date(Date.now() + 60_000).toISOString()
    expect((await merchant.api("GET", `/refund?from=${later}`)).body.data).toEqual([])
  })

  it("keeps the balance that transfers draw on apart from the sales, which a settlement pays to the bank", async () => {
    const { reference } = await merchant.open()
    control().pay(reference)
    await refund(reference, 25000)
    const balance = async () => (await merchant.api("GET", "/balance")).body.data
    expect(await balance()).toEqual([{ currency: "NGN", balance: 0 }])

    const settlement = control().settleNow({ stamp_duty: 5000 })
    expect(settlement).toMatchObject({ total_processed: 125000, total_fees: 1875, deductions: 30000 })
    expect(settlement?.effective_amount).toBe(125000 - 1875 - 30000)
    expect(control().settleNow()).toBeNull()
    expect((await merchant.api("GET", `/settlement/${settlement?.id}/transactions`)).body.data).toMatchObject(
      [{ reference, amount: 125000 }]
    )
    expect(await balance()).toEqual([{ currency: "NGN", balance: 0 }])

    control().topUp("NGN", 4000)
    expect(await balance()).toEqual([{ currency: "NGN", balance: 4000 }])
    expect((await merchant.api("GET", "/balance/ledger")).body.data).toMatchObject([
      { difference: 4000, balance: 4000, model_responsible: "TopUp" },
    ])
  })

  it("settles by its schedule: what was paid before today, weekly on Mondays, manually not at all", async () => {
    const { reference } = await merchant.open()
    control().pay(reference)
    const after = (days: number) => new Date(Date.now() + days * 86_400_000)
    const monday = [1, 2, 3, 4, 5, 6, 7].map(after).find((day) => day.getUTCDay() === 1)!
    const tuesday = new Date(monday.getTime() + 86_400_000)

    control().settleByNight("auto", new Date().toISOString())
    control().settleByNight("manual", monday.toISOString())
    control().settleByNight("weekly", tuesday.toISOString())
    expect(control().settlements()).toEqual([])
    control().settleByNight("weekly", monday.toISOString())
    expect(control().settlements()).toMatchObject([{ total_processed: 125000 }])
  })
})

describe("Every request", () => {
  it("needs the secret key", async () => {
    const { status, body } = await merchant.api("GET", "/balance", undefined, "sk_test_guess")

    expect([status, body]).toEqual([401, envelope("invalid_key", "api_error")])
  })

  it.each([
    ["a body that is no JSON", "POST", "/refund", "{not json", 400, "invalid_params"],
    ["no body", "POST", "/refund", undefined, 400, "invalid_params"],
    ["a body that is no object", "POST", "/transaction/initialize", "[1]", 400, "invalid_params"],
    ["a body that is too large", "POST", "/refund", `"${"x".repeat(100_001)}"`, 413, "too_large"],
    ["a path that does not decode", "GET", "/transaction/verify/%E0%A4%A", undefined, 400, "invalid_params"],
    ["a page that is no number", "GET", "/refund?page=last", undefined, 400, "invalid_params"],
    ["an unknown route", "GET", "/transfer", undefined, 404, "not_found"],
    ["an unknown control", "GET", "/_sandbox/constructor", undefined, 404, "not_found"],
    ["a control without its arguments", "POST", "/_sandbox/pay", undefined, 404, "transaction_not_found"],
    ["an impossible fault", "POST", "/_sandbox/fault", '{"on":"pay","kind":"drop"}', 400, "invalid_params"],
  ])("with %s is refused in the gateway's envelope", async (_, method, path, text, status, code) => {
    const answer = await merchant.api(method, path, text)

    expect([answer.status, answer.body]).toEqual([status, envelope(code)])
  })

  it("is answered by a 500 when the sandbox itself fails", async () => {
    const { status, body } = await merchant.api("POST", "/_sandbox/fault", "null")

    expect([status, body]).toEqual([500, envelope("unknown", "api_error")])
    expect((await merchant.api("GET", "/balance")).status).toBe(200)
  })

  it("is written down in its order, with its body", async () => {
    const { reference } = await merchant.open()
    await merchant.verify(reference)

    expect(control().calls()).toMatchObject([
      { call: "POST /transaction/initialize", body: { reference } },
      { call: `GET /transaction/verify/${reference}` },
    ])
  })
})

describe("The state file", () => {
  it("keeps transactions and refunds over a restart, which also processes what was pending", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sandbox-"))
    const settings = { secret_key: SECRET, state_file: join(folder, "state.json") }
    const before = await startPaystackSandbox(settings)
    const first = callsOf(before)
    const { reference } = await first.open()
    before.control.pay(reference)
    await first.api("POST", "/refund", { transaction: reference, amount: 25000 })
    await before.stop()

    const after = await startPaystackSandbox(settings)
    const second = callsOf(after)
    const duplicate = await second.api("POST", "/transaction/initialize", {
      email: "ada@example.com",
      amount: 100,
      reference,
    })

    expect(await second.verify(reference)).toMatchObject({ status: "success", amount: 125000 })
    expect(duplicate.body.code).toBe("duplicate_reference")
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect((await second.api("GET", "/refund")).body.data).toMatchObject([{ status: "processed" }])
    const { reference: fresh } = await second.open()
    expect((await second.verify(fresh)).id).not.toBe((await second.verify(reference)).id)
    await after.stop()
    await rm(folder, { recursive: true })
  })
})
