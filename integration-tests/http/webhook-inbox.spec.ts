import { createHmac } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import { WEBHOOK_MODULE } from "../../src/modules/webhook"
import type WebhookModuleService from "../../src/modules/webhook/service"
import { retryInboxEventWorkflow } from "../../src/workflows/payment/workflows/retry-inbox-event"
import { serverTests } from "../helpers/server-tests"
import { until } from "../helpers/until"

const SECRET = "sk_test_inbox"

// Before the runner reads the configuration, which it does earlier than it applies its own `env` option.
process.env.PAYSTACK_SECRET_KEY = SECRET
process.env.PAYSTACK_BASE_URL = "http://127.0.0.1:9"

jest.setTimeout(120_000)

const body = (id: number) =>
  JSON.stringify({
    event: "charge.success",
    data: {
      id,
      status: "success",
      reference: "mkt-not-ours",
      amount: 125000,
      currency: "NGN",
      metadata: "",
      authorization: { authorization_code: "AUTH_x", last4: "4081" },
      customer: { email: "ada@example.com" },
    },
  })

const sign = (text: string, secret = SECRET) => createHmac("sha512", secret).update(text).digest("hex")

serverTests({
  testSuite: ({ api, getContainer }) => {
    const inbox = () => getContainer().resolve<WebhookModuleService>(WEBHOOK_MODULE)
    const post = (path: string, text: string, signature: string | undefined = sign(text)) =>
      api.post(path, text, {
        headers: { "content-type": "application/json", "x-paystack-signature": signature },
        // The bytes as they are: axios must not write JSON of its own.
        transformRequest: [(data: string) => data],
        validateStatus: () => true,
      })

    it("takes an authentic event once, by whichever door, and stores no card or person", async () => {
      const text = body(1)

      const answers = [
        await post("/hooks/paystack", text),
        await post("/hooks/paystack", text),
        await post("/hooks/payment/paystack_paystack", text),
        await post("/hooks/payment/pp_paystack_paystack", text),
      ]

      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      const events = await inbox().listWebhookEvents({})
      expect(events).toMatchObject([
        { gateway: "paystack", type: "charge.success", dedupe_key: "charge.success|1|mkt-not-ours|success" },
      ])
      expect(JSON.stringify(events)).not.toMatch(/AUTH_x|4081|ada@/)
    })

    it("verifies the bytes that were sent, not what JSON makes of them", async () => {
      const spaced = `  ${body(2).replace("125000", "1.25e5")}\n`

      expect((await post("/hooks/paystack", spaced)).status).toBe(200)
    })

    it("refuses a forged event and keeps nothing of it but a count", async () => {
      const doors = ["/hooks/paystack", "/hooks/payment/paystack_paystack"]
      const forged = sign(body(3), "sk_test_guess")

      for (const door of doors) {
        expect(await post(door, body(3), forged)).toMatchObject({
          status: 401,
          data: { code: "webhook_signature_invalid" },
        })
      }

      expect(await inbox().listWebhookEvents({})).toEqual([])
      expect(await inbox().listWebhookRejections({})).toMatchObject([{ gateway: "paystack", count: 2 }])
    })

    it.each([
      ["no signature", body(4), ""],
      ["no JSON", "not json", sign("not json")],
      ["no body", "", sign("")],
    ])("answers a delivery with %s by a refusal", async (_, text, signature) => {
      const { status } = await post("/hooks/paystack", text, signature)

      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(await inbox().listWebhookEvents({})).toEqual([])
    })

    it("tells staff of an authentic event that nobody understands, and of one that is given up, once each", async () => {
      const noEvent = JSON.stringify({ data: { id: 7 } })
      expect((await post("/hooks/paystack", noEvent)).status).toBe(200)
      await until(async () => (await inbox().listWebhookEvents({ outcome: "unreadable" })).length === 1)

      const payload = { gateway: "paystack", type: "charge.success", reference: "mkt-none", payload: {} }
      const { id } = await inbox().receive({
        ...payload,
        dedupe_key: "dead",
        body_sha256: "x",
        received_at: new Date(0),
      })
      await inbox().updateWebhookEvents({ id, state: "dead", attempts: 12 })
      const retry = () => retryInboxEventWorkflow(getContainer()).run({ input: { event_id: id } })
      expect((await retry()).result).toBe("unknown")
      await expect(retry()).rejects.toMatchObject({ code: "webhook_event_not_dead" })
      const told = await getContainer().resolve(Modules.NOTIFICATION).listNotifications({ channel: "feed" })
      expect(told).toHaveLength(1)
      expect(told[0]?.data).toMatchObject({ description: expect.stringContaining("not understood") })
    })

    it("knows no other gateway", async () => {
      expect((await post("/hooks/flutterwave", body(5))).status).toBe(404)
    })

    it("leaves core's door as it is for other providers", async () => {
      expect((await post("/hooks/payment/system_default", body(6), "")).status).toBe(200)
      expect(await inbox().listWebhookEvents({})).toEqual([])
    })
  },
})
