import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { FlutterwaveSuite } from "./suite"

export function describeEvents(suite: FlutterwaveSuite): void {
  const { payments } = suite

  describe("An event of Flutterwave", () => {
    const post = async (path: string, body: unknown, hash: string) => {
      const response = await fetch(`${payments.shopper.base_url}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", "verif-hash": hash },
        body: JSON.stringify(body),
      })
      return response.status
    }

    const event = (reference: string) => ({
      event: "charge.completed",
      data: { id: 1, tx_ref: reference, status: "successful", amount: 1, currency: "NGN" },
    })

    it("is a hint and no more: one with the right hash of a payment nobody made makes no order", async () => {
      const cart_id = await payments.bench.readyCart()
      const session = await payments.bench.startHosted(cart_id)
      const { webhook_hash } = suite.place

      expect(await post("/hooks/flutterwave", event(session.data.reference), webhook_hash)).toBe(200)
      expect(await post("/hooks/flutterwave", event("mkt-not-ours"), webhook_hash)).toBe(200)
      await payments.bench.eventually(async () =>
        expect(await payments.bench.outcomes()).toEqual([
          "charge.completed not_paid",
          "charge.completed unknown",
        ])
      )
      expect(await payments.bench.orderIds()).toEqual([])

      payments.bench.tellServer()
      await payments.bench.press(session)
      await payments.bench.eventually(async () =>
        expect(await payments.bench.outcomes()).toContain("charge.completed ordered")
      )
      await payments.expectOneOrder((await payments.bench.orderIds())[0])
    })

    it("is refused without the hash, by either door, and taken once by both with it", async () => {
      const doors = ["/hooks/flutterwave", "/hooks/payment/flutterwave_flutterwave"]
      const statuses = []
      for (const hash of ["guess", suite.place.webhook_hash]) {
        for (const door of doors) {
          statuses.push(await post(door, event("mkt-not-ours"), hash))
        }
      }

      expect(statuses).toEqual([401, 401, 200, 200])
      expect(await payments.bench.inbox.listWebhookEvents({})).toHaveLength(1)
      expect(await payments.bench.inbox.listWebhookRejections({})).toMatchObject([
        { gateway: "flutterwave", count: 2 },
      ])
    })

    it("leaves no card, token, hash or key in any row, answer or log", async () => {
      const logger = payments.container.resolve(ContainerRegistrationKeys.LOGGER)
      const spies = (["debug", "info", "warn", "error"] as const).map((method) => jest.spyOn(logger, method))
      payments.bench.tellServer()
      const { cart_id, session } = await payments.bench.paidCart()
      const answers = [session, (await payments.bench.complete(cart_id)).body]
      await payments.bench.eventually(async () => expect(await payments.bench.outcomes()).toHaveLength(1))

      const modules = payments.container.resolve(Modules.PAYMENT)
      const kept = [
        await modules.listPayments({}),
        await modules.listPaymentSessions({}),
        await payments.bench.inbox.listWebhookEvents({}),
        await payments.bench.gateway.listGatewayTransactions({}),
      ]
      const said = spies.map((spy) => spy.mock.calls)
      jest.restoreAllMocks()

      expect(kept.map((rows) => rows.length)).toEqual([1, 1, 1, 1])
      for (const text of [answers, kept, said].map((value) => JSON.stringify(value))) {
        expect(text).not.toMatch(/flw-t1nf|553188|2950|MASTERCARD|Sandbox Buyer/)
        expect(text).not.toContain(payments.tested.secret_key)
        expect(text).not.toContain(suite.place.webhook_hash)
      }
    })
  })
}
