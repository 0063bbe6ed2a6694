import type { FlutterwaveSandbox } from "../../../../sandbox/flutterwave"
import { FlutterwaveGateway } from "../service"
import { startMerchant } from "./merchant"

let merchant: Awaited<ReturnType<typeof startMerchant>>
let sandbox: FlutterwaveSandbox
let gateway: FlutterwaveGateway

beforeAll(async () => {
  merchant = await startMerchant()
  sandbox = merchant.sandbox
  gateway = merchant.gateway
})
afterAll(() => sandbox.stop())
beforeEach(() => sandbox.control.reset())

const opened = (over?: Record<string, unknown>) => merchant.opened(over)
const paid = (how?: Parameters<typeof merchant.paid>[0]) => merchant.paid(how)
const calls = (call: string) => merchant.calls(call)

describe("open", () => {
  it("asks for the exact amount as a text in major units, and sends the buyer to the page", async () => {
    const { reference, link } = await opened({ metadata: { session_id: "payses_1" } })

    expect(calls("POST /payments")).toEqual([
      {
        call: "POST /payments",
        body: {
          tx_ref: reference,
          amount: "4350.35",
          currency: "NGN",
          redirect_url: "https://shop.example/paid",
          customer: { email: "ada@example.com" },
          meta: { session_id: "payses_1" },
          configurations: { session_duration: 1440 },
        },
      },
    ])
    expect((await fetch(link)).status).toBe(200)
  })

  it("counts francs whole, and sends the buyer where the payment says", async () => {
    await opened({ amount_minor: 1250n, currency_code: "xof", callback_url: "https://other.example/" })

    expect(calls("POST /payments")[0]?.body).toMatchObject({
      amount: "1250",
      currency: "XOF",
      redirect_url: "https://other.example/",
    })
  })

  it("passes the gateway's refusal on", async () => {
    await expect(opened({ email: "nobody" })).rejects.toMatchObject({ name: "GatewayRefusedError" })
  })
})

describe("verify", () => {
  it("knows no charge where nobody has tried to pay", async () => {
    const { reference } = await opened()

    expect(await gateway.verify(reference)).toMatchObject({ state: "unknown_reference", amount_minor: 0n })
  })

  it("tells what was paid to the kobo, and what does not reach us of it", async () => {
    expect(await gateway.verify(await paid())).toMatchObject({
      state: "success",
      amount_minor: 435035n,
      currency_code: "ngn",
      fee_minor: 6091n,
      channel: "card",
      paid_at: expect.any(Date),
    })
  })

  it("counts the stamp duty as a fee", async () => {
    const { reference } = await opened({ amount_minor: 2_000_000n })
    sandbox.control.pay(reference)

    expect(await gateway.verify(reference)).toMatchObject({ fee_minor: 28_000n + 5_000n })
  })

  it.each([
    ["is more, because the buyer bears the fee: the rest is not ours", 435035 + 6091, 435035n, 0n],
    ["is less, because too little was sent: that alone was paid", 400000, 400000n, 6091n],
  ])("where the charged amount %s", async (_, charged_amount, amount_minor, fee_minor) => {
    expect(await gateway.verify(await paid({ charged_amount }))).toMatchObject({ amount_minor, fee_minor })
  })

  it("tells another amount and another currency as they are", async () => {
    expect(await gateway.verify(await paid({ amount: 100, currency: "GHS" }))).toMatchObject({
      amount_minor: 100n,
      currency_code: "ghs",
    })
  })

  it.each(["mobile_money", "ussd", "bank_transfer", "virtual_account"] as const)(
    "says that a payment by %s is on its way until it has ended",
    async (method) => {
      const [arrives, fails] = [await opened(), await opened()]
      for (const { reference } of [arrives, fails]) {
        sandbox.control.begin(reference, method)
        expect(await gateway.verify(reference)).toMatchObject({ state: "pending", amount_minor: 0n })
      }
      sandbox.control.finish(arrives.reference, "successful")
      sandbox.control.finish(fails.reference, "failed")

      expect((await gateway.verify(arrives.reference)).state).toBe("success")
      expect((await gateway.verify(fails.reference)).state).toBe("failed")
    }
  )

  it("does not let an attempt that failed hide one on its way, nor that one that succeeded", async () => {
    const { reference } = await opened()
    sandbox.control.decline(reference)
    expect((await gateway.verify(reference)).state).toBe("failed")

    sandbox.control.begin(reference, "ussd")
    expect((await gateway.verify(reference)).state).toBe("pending")

    sandbox.control.pay(reference)
    const charge = await gateway.verify(reference)
    expect(charge).toMatchObject({ state: "success", amount_minor: 435035n, channel: "card" })
    expect(charge.gateway_id).toBe(String(sandbox.control.transactions().at(-1)?.id))
  })

  it("keeps the payment that counts, and names another on the same page so that it can be given back", async () => {
    const { reference } = await opened()
    sandbox.control.begin(reference, "bank_transfer")
    sandbox.control.pay(reference)
    const counts = await gateway.verify(reference)
    expect(counts).toMatchObject({ state: "success", channel: "card", further: [] })
    sandbox.control.finish(reference, "successful")
    const [transfer, card] = sandbox.control.transactions()

    const { gateway_id, further = [] } = await gateway.verify(reference, counts.gateway_id)

    expect([gateway_id, further]).toEqual([
      String(card?.id),
      [{ reference: `${reference}.${transfer?.id}`, amount_minor: 435035n, currency_code: "ngn" }],
    ])
    expect(await gateway.verify(further[0]!.reference)).toMatchObject({
      state: "success",
      reference: further[0]!.reference,
      gateway_id: String(transfer?.id),
    })
  })

  it("repeats a read that failed, and concludes nothing when it keeps failing", async () => {
    const reference = await paid()
    sandbox.control.fault({
      on: "GET /transactions/verify_by_reference",
      kind: "5xx_before_commit",
      times: 2,
    })
    expect((await gateway.verify(reference)).state).toBe("success")

    sandbox.control.fault({
      on: "GET /transactions/verify_by_reference",
      kind: "5xx_before_commit",
      times: 3,
    })
    await expect(gateway.verify(reference)).rejects.toMatchObject({ name: "GatewayUnavailableError" })
  })

  it("concludes nothing from a refusal of the key", async () => {
    const stranger = new FlutterwaveGateway({}, { ...merchant.options, secret_key: "FLWSECK_TEST-wrong" })

    await expect(stranger.verify("mkt-1")).rejects.toMatchObject({
      name: "GatewayUnavailableError",
      effect: "none",
    })
  })
})

describe("withdraw", () => {
  it("shuts the page, any number of times", async () => {
    const { link } = await opened()

    await gateway.withdraw(link)
    await gateway.withdraw(link)

    expect((await fetch(`${link}/pay`, { method: "POST", redirect: "manual" })).status).toBe(410)
    expect(sandbox.control.transactions()).toEqual([])
  })

  it("says so when the gateway knows no such page", async () => {
    await expect(gateway.withdraw(`${sandbox.url}/hosted/pay/flwlnk-no`)).rejects.toMatchObject({
      name: "GatewayRefusedError",
    })
  })
})

it("says at boot which option is missing", () => {
  expect(() => FlutterwaveGateway.validateOptions({ base_url: "nowhere", secret_key: "sk_test_x" })).toThrow(
    /secret_key[\s\S]*base_url[\s\S]*webhook_hash[\s\S]*redirect_url/
  )
})
