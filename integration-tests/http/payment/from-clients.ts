import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { PAYSTACK } from "../../helpers/checkout-bench"
import { paymentRefusals } from "../../helpers/payment-refusals"
import type { PaymentSuite } from "./suite"

export function describeWhatClientsSend(suite: PaymentSuite): void {
  describe("What a client sends", () => {
    it("decides nothing about reference, amount, callback or receiver of a payment", async () => {
      const cartId = await suite.bench.readyCart()

      const { body } = await suite.shopper.startPayment(cartId, PAYSTACK, {
        reference: "mkt-chosen",
        amount: 1,
        expected_minor: "1",
        currency_code: "usd",
        callback_url: "https://evil.example/steal",
        subaccount: "ACCT_evil",
        split_code: "SPL_evil",
        bearer: "account",
        email: "evil@example.com",
        metadata: { cancel_action: "https://evil.example" },
        authorization_url: "https://evil.example/pay",
        card: { number: "5060666666666666666", cvv: "123" },
      })

      const session = body.payment_collection.payment_sessions[0]!
      const [asked] = suite.tested.control.calls().map((call) => call.body)
      expect(Object.keys(asked as object).toSorted()).toEqual(
        ["amount", "currency", "email", "metadata", "reference"].toSorted()
      )
      expect(asked).toMatchObject({ email: "ngozi@example.com", currency: "NGN" })
      expect(session.data.reference).not.toBe("mkt-chosen")
      expect(session.data.authorization_url.startsWith(suite.tested.url)).toBe(true)
      await suite.bench.press(session)
      const completed = await suite.bench.complete(cartId)
      expect(suite.bench.paidAt(session)).toBe(Math.round(completed.body.order!.total * 100))
      const kept = await suite.container.resolve(Modules.PAYMENT).listPaymentSessions({})
      expect(JSON.stringify([body, completed.body, kept])).not.toMatch(/evil|5060666|cvv/)
    })

    it("never makes the card, its authorisation or the secret key appear anywhere", async () => {
      const logger = suite.container.resolve(ContainerRegistrationKeys.LOGGER)
      const methods = ["debug", "info", "warn", "error"] as const
      const spies = methods.map((method) => jest.spyOn(logger, method))
      suite.bench.tellServer()
      const { cart_id, session } = await suite.bench.paidCart()
      const answers = [session, (await suite.bench.complete(cart_id)).body]
      await suite.bench.eventually(async () => expect(await suite.bench.outcomes()).toHaveLength(1))
      answers.push((await suite.bench.complete(await suite.bench.readyCart())).body as never)

      const payments = suite.container.resolve(Modules.PAYMENT)
      const kept = [
        await payments.listPayments({}),
        await payments.listPaymentSessions({}),
        await suite.bench.inbox.listWebhookEvents({}),
        await suite.bench.gateway.listGatewayTransactions({}),
      ]
      const said = spies.map((spy) => spy.mock.calls)
      jest.restoreAllMocks()

      expect(kept.map((rows) => rows.length)).toEqual([1, 1, 1, 1])
      for (const text of [answers, kept, said].map((value) => JSON.stringify(value))) {
        expect(text).not.toMatch(/AUTH_|SIG_|408408|4081|exp_month|CUS_/)
        expect(text).not.toContain(suite.tested.secret_key)
      }
    })

    it("makes no forged event act", async () => {
      const { cart_id, session } = await suite.bench.paidCart()
      const forged = { event: "charge.success", data: { id: 1, reference: session.data.reference } }

      const { status, body } = await suite.shopper.call("POST", "/hooks/paystack", forged)

      expect([status, body.code]).toEqual([401, "webhook_signature_invalid"])
      expect(await suite.bench.orderIds()).toEqual([])
      await suite.expectOneOrder((await suite.bench.complete(cart_id)).body.order?.id)
    })
  })

  describe("A request that cannot be met", () => {
    it.each(paymentRefusals)("is refused with a code and a sentence: %s", async (_, status, code, ask) => {
      const answer = await ask(suite.bench)

      expect([answer.status, answer.body.code]).toEqual([status, code])
      expect(answer.body.message).toMatch(/\w+ \w+/)
      expect(JSON.stringify(answer.body)).not.toContain(suite.tested.secret_key)
    })
  })
}
