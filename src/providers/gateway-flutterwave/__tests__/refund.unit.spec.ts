import type { FlutterwaveSandbox } from "../../../../sandbox/flutterwave"
import type { FlutterwaveGateway } from "../service"
import { SECRET, startMerchant } from "./merchant"

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

describe("refund and findRefund", () => {
  const paymentOf = (reference: string) =>
    String(
      sandbox.control
        .transactions()
        .find(({ tx_ref, status }) => tx_ref === reference && status === "successful")?.id
    )
  const posted = (reference: string) => ({
    reference,
    gateway_id: paymentOf(reference),
    currency_code: "ngn",
    key: "ref_1",
    posted_at: new Date(),
    gateway_refund_id: null,
  })
  const refund = (reference: string, key = "ref_1", amount_minor = 1001n) =>
    gateway.refund({ reference, gateway_id: paymentOf(reference), amount_minor, currency_code: "ngn", key })

  it("refunds the attempt that was paid, of several, under our key", async () => {
    const { reference } = await opened()
    sandbox.control.decline(reference)
    sandbox.control.pay(reference)
    const { id } = sandbox.control.transactions().at(-1)!

    const made = await refund(reference)

    expect(calls(`POST /transactions/${id}/refund`)).toMatchObject([
      { body: { amount: "10.01", comments: "merkato:ref_1" } },
    ])
    expect(made).toMatchObject({ amount_minor: 1001n, state: "pending" })
  })

  it("takes a refund for made once the money has gone, and for failed when it has not", async () => {
    const reference = await paid()
    const { gateway_refund_id } = await refund(reference)
    await ended()
    expect(await gateway.findRefund({ ...posted(reference), gateway_refund_id })).toMatchObject({
      gateway_refund_id,
      state: "processed",
    })

    sandbox.control.fault({ on: "refund", kind: "fails" })
    const other = await refund(reference, "ref_2")
    await ended()
    expect(await gateway.findRefund({ ...posted(reference), ...other })).toMatchObject({ state: "failed" })
  })

  it("finds the refund of a key whose answer was lost, by the whole key, on any page", async () => {
    const reference = await paid()
    await refund(reference, "ref_1", 2002n)
    await refund(reference, "ref_12")
    for (let others = 0; others < 25; others += 1) {
      await refund(reference, `ref_other_${others}`, 100n)
    }

    expect(await gateway.findRefund(posted(reference))).toMatchObject({ amount_minor: 2002n })
    expect(await gateway.findRefund({ ...posted(reference), key: "ref_3" })).toBeNull()
  })

  it("does not take a refund without a comment for another's", async () => {
    const reference = await paid()
    const { id } = sandbox.control.transactions().at(-1)!
    await fetch(`${sandbox.url}/transactions/${id}/refund`, {
      method: "POST",
      headers: { authorization: `Bearer ${SECRET}` },
      body: '{"amount":10.01}',
    })

    await expect(gateway.findRefund(posted(reference))).rejects.toMatchObject({
      name: "GatewayUnavailableError",
    })
  })

  it.each([
    ["5xx_before_commit", "unknown", 0],
    ["5xx_after_commit", "unknown", 1],
    ["timeout", "unknown", 1],
    ["429", "none", 0],
  ] as const)("posts once whatever happens: %s", async (kind, effect, made) => {
    const reference = await paid()
    const { id } = sandbox.control.transactions().at(-1)!
    sandbox.control.fault({ on: `POST /transactions/${id}/refund`, kind })

    await expect(refund(reference)).rejects.toMatchObject({ name: "GatewayUnavailableError", effect })

    expect(sandbox.control.refunds()).toHaveLength(made)
    expect(calls("POST /transactions")).toHaveLength(1)
  })

  it("passes a refusal on", async () => {
    await expect(refund(await paid(), "ref_1", 435036n)).rejects.toMatchObject({
      name: "GatewayRefusedError",
    })
  })

  const ended = async () => {
    const deadline = Date.now() + 2000
    while (sandbox.control.refunds().some(({ status }) => status === "completed") && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
})
