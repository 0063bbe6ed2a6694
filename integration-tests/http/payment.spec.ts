import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { PaystackSandbox } from "../../sandbox"
import { changeVendorStatusWorkflow } from "../../src/workflows/vendor/workflows/change-vendor-status"
import { CheckoutBench, PAYSTACK } from "../helpers/checkout-bench"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { paymentRefusals } from "../helpers/payment-refusals"
import { configurePaystack } from "../helpers/paystack"
import { type SessionBody, Shopper } from "../helpers/shopper"

const paystack = configurePaystack()

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let market: Marketplace
    let shopper: Shopper
    let sandbox: PaystackSandbox
    let container: MedusaContainer
    let bench: CheckoutBench

    beforeAll(async () => {
      container = getContainer()
      sandbox = await paystack.start()
      market = await createMarketplace(container, {
        vendors: 2,
        payment_providers: [PAYSTACK, "pp_system_default"],
      })
      shopper = new Shopper(api.defaults.baseURL, market.publishable_key)
      bench = new CheckoutBench({ container, market, shopper, sandbox })
    })
    afterAll(() => sandbox.stop())
    afterEach(() => {
      sandbox.control.setWebhookUrl(null)
      sandbox.control.reset()
    })

    const CLEAN_SALE = ["receipt", "sale"]

    async function expectOneOrder(orderId: string | undefined) {
      expect(await bench.orderIds()).toEqual([orderId])
      expect((await shopper.order(orderId!)).vendor_orders).toHaveLength(2)
      expect(await bench.books.kinds()).toEqual(CLEAN_SALE)
      expect(await bench.books.balance("unallocated")).toBe(0n)
      expect(await bench.captures()).toBe(1)
      expect(sandbox.control.refunds()).toEqual([])
    }

    describe("A payment that was made", () => {
      it("becomes one order when the shopper completes the cart, and the same one later", async () => {
        const { cart_id, session } = await bench.paidCart()

        const first = await bench.complete(cart_id)
        const later = await bench.complete(cart_id)

        expect([first.status, first.body.type]).toEqual([200, "order"])
        expect(later.body.order?.id).toBe(first.body.order?.id)
        await expectOneOrder(first.body.order?.id)
        const fee = BigInt(sandbox.control.transactions()[0]!.fees!)
        expect(await bench.books.balance("gateway_fees")).toBe(fee)
        expect(await bench.books.balance("gateway_clearing")).toBe(BigInt(bench.paidAt(session)) - fee)
      })

      it("becomes one order by the webhook when the shopper never comes back", async () => {
        bench.tellServer()
        const { cart_id } = await bench.paidCart()

        await bench.eventually(async () => expect(await bench.outcomes()).toEqual(["charge.success ordered"]))

        const [orderId] = await bench.orderIds()
        await expectOneOrder(orderId)
        expect((await bench.complete(cart_id)).body.order?.id).toBe(orderId)
      })

      it("becomes one order when route, route and webhook come at once", async () => {
        bench.tellServer()
        const { cart_id } = await bench.paidCart()

        const answers = await Promise.all([bench.complete(cart_id), bench.complete(cart_id)])
        await bench.eventually(async () => expect(await bench.outcomes()).toEqual(["charge.success ordered"]))

        const { body } = await bench.complete(cart_id)
        for (const answer of answers) {
          expect([
            [200, body.order?.id],
            [409, "checkout_in_progress"],
          ]).toContainEqual([answer.status, answer.body.order?.id ?? answer.body.code])
        }
        await expectOneOrder(body.order?.id)
      })

      it("is not taken for a second one when its event comes in the middle of the completion", async () => {
        const { cart_id, session } = await bench.paidCart()
        // The completion has its order by now, and asks again in a second whether it is paid.
        sandbox.control.fault({ on: "GET /transaction/verify", kind: "429" })
        const completing = bench.complete(cart_id)
        await bench.eventually(() =>
          expect(sandbox.control.calls().some(({ call }) => call.startsWith("GET /transaction"))).toBe(true)
        )
        bench.tellServer()
        sandbox.control.redeliver(session.data.reference)

        const { body } = await completing
        await bench.eventually(async () => expect(await bench.outcomes()).toEqual(["charge.success ordered"]))

        await expectOneOrder(body.order?.id)
      })

      it("is completed once whether its event is duplicated, late or out of order", async () => {
        bench.tellServer()
        sandbox.control.fault({ on: "webhook", kind: "reorder" })
        sandbox.control.fault({ on: "webhook", kind: "duplicate" })
        const first = await bench.paidCart()
        const second = await bench.paidCart()
        await bench.eventually(async () => expect(await bench.orderIds()).toHaveLength(2))
        sandbox.control.fault({ on: "webhook", kind: "delay", ms: 500 })
        const third = await bench.paidCart()
        await bench.complete(third.cart_id)
        for (const { session } of [first, second, third]) {
          sandbox.control.redeliver(session.data.reference)
        }

        await bench.eventually(async () =>
          expect(await bench.outcomes()).toEqual(Array(3).fill("charge.success ordered"))
        )

        await bench.eventually(() =>
          expect(sandbox.control.deliveries().every(({ delivered }) => delivered)).toBe(true)
        )
        expect(await bench.orderIds()).toHaveLength(3)
        expect(await bench.books.kinds()).toEqual([...Array(3).fill("receipt"), ...Array(3).fill("sale")])
        expect(sandbox.control.refunds()).toEqual([])
      })

      it("is found by reconciliation when its event is lost", async () => {
        bench.tellServer()
        sandbox.control.fault({ on: "webhook", kind: "drop" })
        await bench.paidCart()

        await bench.reconcile()
        await bench.reconcile()

        expect(await bench.outcomes()).toEqual([])
        await expectOneOrder((await bench.orderIds())[0])
      })
    })

    describe("A gateway that cannot be asked", () => {
      it.each([
        ["fails", [{ kind: "5xx_before_commit", times: 3 }]],
        ["limits the rate", [{ kind: "429", times: 3 }]],
        ["does not answer, then fails", [{ kind: "timeout" }, { kind: "5xx_before_commit", times: 2 }]],
      ] as const)("leaves nothing half done when it %s, and a later completion works", async (_, faults) => {
        const { cart_id } = await bench.paidCart()
        for (const fault of faults) {
          sandbox.control.fault({ on: "GET /transaction/verify", ...fault })
        }

        const { status, body } = await bench.complete(cart_id)

        expect([status, body.type, body.error?.code]).toEqual([200, "cart", "payment_gateway_unreachable"])
        expect(body.cart?.id).toBe(cart_id)
        expect(await bench.orderIds()).toEqual([])
        expect(await bench.books.kinds()).toEqual([])
        await expectOneOrder((await bench.complete(cart_id)).body.order?.id)
      })

      it("does not start a payment, says so, and the next try opens another transaction", async () => {
        const cartId = await bench.readyCart()
        sandbox.control.fault({ on: "POST /transaction/initialize", kind: "5xx_after_commit" })

        const { status, body } = await shopper.startPayment(cartId, PAYSTACK)
        const session = await bench.startPaystack(cartId)

        expect([status, body.code]).toEqual([422, "payment_gateway_unreachable"])
        const [lost] = sandbox.control.transactions()
        expect(session.data.reference).not.toBe(lost?.reference)
        await bench.press(session)
        await expectOneOrder((await bench.complete(cartId)).body.order?.id)
      })
    })

    describe("A card that was declined", () => {
      it("does not complete the cart; the same method works on the second try", async () => {
        const cartId = await bench.readyCart()
        const declined = await bench.startPaystack(cartId)
        await bench.press(declined, "decline")

        const refused = await bench.complete(cartId)
        const session = await bench.startPaystack(cartId)
        await bench.press(session)

        expect([refused.status, refused.body.type, refused.body.error?.code]).toEqual([
          200,
          "cart",
          "payment_not_paid",
        ])
        expect(session.data.reference).not.toBe(declined.data.reference)
        await expectOneOrder((await bench.complete(cartId)).body.order?.id)
      })

      it("leaves the cart to another method; a late success on the old link goes back once", async () => {
        bench.tellServer()
        const cartId = await bench.readyCart()
        const old = await bench.startPaystack(cartId)
        await bench.press(old, "decline")
        await shopper.startedSession(cartId, "pp_system_default")

        const { body } = await bench.complete(cartId)
        await bench.press(old)
        await bench.eventually(async () =>
          expect(await bench.outcomes()).toEqual([
            "charge.success refunded",
            "refund.processed refunds_followed",
          ])
        )
        sandbox.control.redeliver(old.data.reference)
        await bench.reconcile()

        expect(body.type).toBe("order")
        expect(bench.refundsOf(old)).toEqual([bench.paidAt(old)])
        expect(await bench.orderIds()).toEqual([body.order?.id])
        expect(await bench.books.kinds()).toContain("refund")
        expect(await bench.notices()).toEqual(["A payment could not become an order"])
      })
    })

    describe("Requests about one cart at the same moment", () => {
      it("that start its payment leave one session, which completes the cart", async () => {
        const cartId = await bench.readyCart()

        const collection = await bench.collectionOf(cartId)

        const started = await Promise.all(
          [1, 2, 3].map(() => bench.openSession(collection, { provider_id: PAYSTACK }))
        )

        expect(started.map(({ status }) => status)).toEqual([200, 200, 200])
        const sessions = await container.resolve(Modules.PAYMENT).listPaymentSessions({})
        expect(sessions).toHaveLength(1)
        await bench.press(sessions[0] as unknown as SessionBody)
        await expectOneOrder((await bench.complete(cartId)).body.order?.id)
      })

      it("that complete it and start another payment end in an order or a refund, never both", async () => {
        const { cart_id, session } = await bench.paidCart()

        const [completed, started] = await Promise.all([
          bench.complete(cart_id),
          shopper.startPayment(cart_id, PAYSTACK),
        ])
        await bench.reconcile()

        const isOrder = completed.body.type === "order"
        expect([started.status, started.body.code]).toEqual(
          isOrder ? [400, "cart_completed"] : [200, undefined]
        )
        expect(await bench.orderIds()).toHaveLength(isOrder ? 1 : 0)
        expect(bench.refundsOf(session)).toEqual(isOrder ? [] : [bench.paidAt(session)])
        expect(await bench.books.balance("unallocated")).toBe(0n)
      })

      it("do not wait for ever: one that cannot have the cart is told to ask again", async () => {
        const cartId = await bench.readyCart()
        const collection = await bench.collectionOf(cartId)
        const locking = container.resolve(Modules.LOCKING)
        await locking.acquire(cartId, { expire: 60 })

        const answers = await Promise.all([
          bench.openSession(collection, { provider_id: PAYSTACK }),
          shopper.call("POST", `/store/carts/${cartId}/line-items`, bench.anItem()),
        ])
        await locking.release(cartId)

        expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
          Array(2).fill([409, "checkout_in_progress"])
        )
        await bench.press(await bench.startPaystack(cartId))
        await expectOneOrder((await bench.complete(cartId)).body.order?.id)
      })
    })

    describe("A shop that was suspended meanwhile", () => {
      const suspend = () =>
        changeVendorStatusWorkflow(container).run({
          input: { vendor_id: market.vendors[0]!.id, to: "suspended", actor: "test", reason: "counterfeits" },
        })

      it("starts no payment of a cart that holds its products, and completes none that is unpaid", async () => {
        const unpaid = await bench.readyCart()
        const untouched = await bench.readyCart()
        await bench.startPaystack(unpaid)
        await suspend()

        const started = await shopper.startPayment(untouched, PAYSTACK)
        const completed = await bench.complete(unpaid)

        expect([started.status, started.body.code]).toEqual([400, "vendor_unavailable"])
        expect([completed.status, completed.body.code]).toEqual([400, "vendor_unavailable"])
        expect(await bench.orderIds()).toEqual([])
        expect(await bench.notices()).toEqual([])
      })

      it("completes a cart that is paid, and staff are told", async () => {
        const { cart_id } = await bench.paidCart()
        await suspend()

        const { body } = await bench.complete(cart_id)

        await expectOneOrder(body.order?.id)
        expect(await bench.notices()).toEqual(["A suspended shop has sold"])
      })
    })

    describe("What a client sends", () => {
      it("decides nothing about reference, amount, callback or receiver of a payment", async () => {
        const cartId = await bench.readyCart()

        const { body } = await shopper.startPayment(cartId, PAYSTACK, {
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
        const [asked] = sandbox.control.calls().map((call) => call.body)
        expect(Object.keys(asked as object).toSorted()).toEqual(
          ["amount", "currency", "email", "metadata", "reference"].toSorted()
        )
        expect(asked).toMatchObject({ email: "ngozi@example.com", currency: "NGN" })
        expect(session.data.reference).not.toBe("mkt-chosen")
        expect(session.data.authorization_url.startsWith(sandbox.url)).toBe(true)
        await bench.press(session)
        const completed = await bench.complete(cartId)
        expect(bench.paidAt(session)).toBe(Math.round(completed.body.order!.total * 100))
        const kept = await container.resolve(Modules.PAYMENT).listPaymentSessions({})
        expect(JSON.stringify([body, completed.body, kept])).not.toMatch(/evil|5060666|cvv/)
      })

      it("never makes the card, its authorisation or the secret key appear anywhere", async () => {
        const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
        const methods = ["debug", "info", "warn", "error"] as const
        const spies = methods.map((method) => jest.spyOn(logger, method))
        bench.tellServer()
        const { cart_id, session } = await bench.paidCart()
        const answers = [session, (await bench.complete(cart_id)).body]
        await bench.eventually(async () => expect(await bench.outcomes()).toHaveLength(1))
        answers.push((await bench.complete(await bench.readyCart())).body as never)

        const payments = container.resolve(Modules.PAYMENT)
        const kept = [
          await payments.listPayments({}),
          await payments.listPaymentSessions({}),
          await bench.inbox.listWebhookEvents({}),
          await bench.gateway.listGatewayTransactions({}),
        ]
        const said = spies.map((spy) => spy.mock.calls)
        jest.restoreAllMocks()

        expect(kept.map((rows) => rows.length)).toEqual([1, 1, 1, 1])
        for (const text of [answers, kept, said].map((value) => JSON.stringify(value))) {
          expect(text).not.toMatch(/AUTH_|SIG_|408408|4081|exp_month|CUS_/)
          expect(text).not.toContain(paystack.secret_key)
        }
      })

      it("makes no forged event act", async () => {
        const { cart_id, session } = await bench.paidCart()
        const forged = { event: "charge.success", data: { id: 1, reference: session.data.reference } }

        const { status, body } = await shopper.call("POST", "/hooks/paystack", forged)

        expect([status, body.code]).toEqual([401, "webhook_signature_invalid"])
        expect(await bench.orderIds()).toEqual([])
        await expectOneOrder((await bench.complete(cart_id)).body.order?.id)
      })
    })

    describe("A request that cannot be met", () => {
      it.each(paymentRefusals)("is refused with a code and a sentence: %s", async (_, status, code, ask) => {
        const answer = await ask(bench)

        expect([answer.status, answer.body.code]).toEqual([status, code])
        expect(answer.body.message).toMatch(/\w+ \w+/)
        expect(JSON.stringify(answer.body)).not.toContain(paystack.secret_key)
      })
    })
  },
})
