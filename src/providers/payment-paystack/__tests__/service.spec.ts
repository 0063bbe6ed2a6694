import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import { paystack } from "../../../modules/gateway/__tests__/paystack-sandbox"
import type GatewayModuleService from "../../../modules/gateway/service"
import { PaystackPaymentProvider } from "../service"

const CUSTOMER = { id: "cus_1", email: "ada@example.com" }

let next = 0

moduleIntegrationTestRunner<GatewayModuleService>({
  moduleName: GATEWAY_MODULE,
  resolve: "./src/modules/gateway",
  pathToMigrations: "./src/modules/gateway/migrations",
  moduleOptions: {
    providers: [{ resolve: "./src/providers/gateway-paystack", id: "paystack", options: paystack.options }],
  },
  testSuite: ({ service: gateway }) => {
    beforeAll(() => paystack.start())
    afterAll(() => paystack.stop())
    beforeEach(() => paystack.reset())

    const provider = (over: Record<string, unknown> = {}) =>
      new PaystackPaymentProvider({ gateway }, { secret_key: paystack.options.secret_key, ...over })

    /** What Medusa passes: the client's data, then the session's id over it. */
    const initiation = (data: Record<string, unknown> = {}, over: Record<string, unknown> = {}) => {
      next += 1
      const id = `payses_${next}`

      return {
        amount: 1250.5,
        currency_code: "ngn",
        data: { ...data, session_id: id },
        context: { idempotency_key: id, customer: CUSTOMER },
        ...over,
      }
    }

    const initiate = async (over: Record<string, unknown> = {}) => {
      const input = initiation({}, over)
      const { data } = await provider().initiatePayment(input)
      // Medusa keeps the client's data beside the provider's.
      const session: Record<string, unknown> = { ...input.data, ...data }

      return {
        data: session,
        reference: String(session.reference),
        context: { idempotency_key: input.context.idempotency_key },
      }
    }

    const initiatePaid = async () => {
      const session = await initiate()
      await paystack.pay(session.reference)

      return session
    }

    describe("initiatePayment", () => {
      it("opens a transaction of exactly the session's amount", async () => {
        const input = initiation()

        const { id, status, data } = await provider().initiatePayment(input)

        expect(status).toBe("pending")
        expect(data).toEqual({
          session_id: input.context.idempotency_key,
          reference: id,
          expected_minor: "125050",
          currency_code: "ngn",
          authorization_url: expect.stringMatching(/^http/),
          access_code: expect.any(String),
        })
        expect(await gateway.findTransaction(id)).toMatchObject({
          amount_minor: 125050n,
          email: CUSTOMER.email,
          session_id: input.context.idempotency_key,
        })
      })

      it("copies nothing that a client put into the data", async () => {
        const input = initiation({
          reference: "mkt-forged",
          expected_minor: "1",
          amount: 1,
          currency_code: "xof",
          subaccount: "ACCT_forged",
          gateway_id: "1",
          fee_minor: "0",
          callback_url: "https://evil.example/",
        })

        const { data } = await provider().initiatePayment(input)

        // As core stores it: what the client sent, under what the provider answered.
        const stored = JSON.parse(JSON.stringify({ ...input.data, ...data }))
        expect(Object.keys(stored).sort()).toEqual([
          "access_code",
          "authorization_url",
          "currency_code",
          "expected_minor",
          "reference",
          "session_id",
        ])
        expect(data).toMatchObject({ expected_minor: "125050", currency_code: "ngn" })
        expect(data?.reference).not.toBe("mkt-forged")
        expect(JSON.stringify(await paystack.lastRequest())).not.toMatch(/forged|evil/)
      })

      it.each([
        ["https://shop.example/done", "https://shop.example/done"],
        ["https://shop.example.evil.example/", "https://api.example/return"],
        ["javascript:alert(1)", "https://api.example/return"],
        [7, "https://api.example/return"],
        [undefined, "https://api.example/return"],
      ])("lets a storefront send the buyer back to allowed origins only: %s", async (asked, used) => {
        const options = {
          callback_url: "https://api.example/return",
          allowed_origins: ["https://shop.example"],
        }

        await provider(options).initiatePayment(initiation({ callback_url: asked }))

        expect(await paystack.lastRequest()).toMatchObject({ callback_url: used })
      })

      it("takes a guest's e-mail from the data, and the customer's before it", async () => {
        const guest = initiation({ email: "guest@example.com" })
        await provider().initiatePayment({ ...guest, context: { idempotency_key: "payses_guest" } })
        expect(await paystack.lastRequest()).toMatchObject({ email: "guest@example.com" })

        await provider().initiatePayment(initiation({ email: "other@example.com" }))
        expect(await paystack.lastRequest()).toMatchObject({ email: CUSTOMER.email })
      })

      it.each([
        ["no e-mail", { context: { idempotency_key: "payses_none" } }],
        ["nothing to pay", { amount: 0 }],
      ])("refuses %s in a form that a client can read", async (_, over) => {
        await expect(provider().initiatePayment(initiation({}, over))).rejects.toMatchObject({
          type: "invalid_data",
          code: "payment_data_refused",
        })
      })

      it("says so when Paystack cannot be asked", async () => {
        await paystack.fault("POST /transaction/initialize", "5xx_before_commit")

        await expect(provider().initiatePayment(initiation())).rejects.toMatchObject({
          type: "payment_authorization_error",
          code: "payment_gateway_unreachable",
        })
      })
    })

    describe("authorizePayment", () => {
      it("captures what was paid exactly, and keeps facts about the money only", async () => {
        const session = await initiatePaid()

        const { status, data } = await provider().authorizePayment({
          data: session.data,
          context: session.context,
        })

        expect(status).toBe("captured")
        expect(data).toMatchObject({
          reference: session.reference,
          fee_minor: expect.stringMatching(/^\d+$/),
          gateway_id: expect.any(String),
          paid_at: expect.stringMatching(/^\d{4}-/),
        })
        expect(JSON.stringify(data)).not.toMatch(/authorization_code|AUTH_|last4|bin|ada@/)
      })

      it("asks for more while nothing is paid", async () => {
        const session = await initiate()

        await expect(
          provider().authorizePayment({ data: session.data, context: session.context })
        ).rejects.toMatchObject({ type: "payment_requires_more_error", code: "payment_not_paid" })
        expect(await provider().getPaymentStatus({ data: session.data })).toEqual({ status: "requires_more" })
      })

      it.each([100n, 125049n, 125051n])("refuses %s minor units instead of 125050", async (paid) => {
        const session = await initiate()
        await paystack.pay(session.reference, paid)

        await expect(
          provider().authorizePayment({ data: session.data, context: session.context })
        ).rejects.toMatchObject({ type: "payment_authorization_error", code: "payment_mismatch" })
      })

      it.each([
        ["another session", { context: { idempotency_key: "payses_other" } }],
        ["an expectation that was changed", { data: { expected_minor: "1" } }],
        ["a currency that was changed", { data: { currency_code: "xof" } }],
      ])("refuses a paid transaction for %s", async (_, over) => {
        const session = await initiatePaid()
        const changed = {
          ...session,
          ...over,
          data: { ...session.data, ...("data" in over ? over.data : {}) },
        }

        await expect(
          provider().authorizePayment({ data: changed.data, context: changed.context })
        ).rejects.toMatchObject({ code: "payment_mismatch" })
      })

      it("refuses a reference that is not ours", async () => {
        const { data, context } = await initiate()

        await expect(
          provider().authorizePayment({ data: { ...data, reference: "mkt-unknown" }, context })
        ).rejects.toMatchObject({ code: "payment_mismatch" })
      })

      it("refuses a payment that was sent back already", async () => {
        const session = await initiatePaid()
        await gateway.checkCharge(session.reference)
        await gateway.refund({
          reference: session.reference,
          key: `orphan:${session.reference}`,
          amount_minor: 125050n,
          origin: "orphan",
        })

        await expect(
          provider().authorizePayment({ data: session.data, context: session.context })
        ).rejects.toMatchObject({ code: "payment_not_paid" })
      })
    })

    describe("refundPayment", () => {
      const authorizePaid = async () => {
        const session = await initiatePaid()
        const { data } = await provider().authorizePayment({ data: session.data, context: session.context })

        return { data, reference: session.reference }
      }

      it("refunds the raw amount that Medusa passes, once per refund", async () => {
        const { data, reference } = await authorizePaid()
        const input = {
          data,
          amount: { value: "0.55", precision: 20 },
          context: { idempotency_key: `ref_${reference}` },
        }

        await Promise.all([provider().refundPayment(input), provider().refundPayment(input)])

        expect(await gateway.listRefundsOf(reference)).toMatchObject([
          { key: `ref_${reference}`, amount_minor: 55n, origin: "medusa" },
        ])
        expect(await paystack.refundsOf(reference)).toHaveLength(1)
      })

      it("refunds once when a failed completion both cancels and refunds", async () => {
        const { data, reference } = await authorizePaid()

        await provider().cancelPayment({ data, context: { idempotency_key: "pay_1" } })
        await provider().refundPayment({
          data,
          amount: 1250.5,
          context: { idempotency_key: `ref_${reference}` },
        })
        await provider().cancelPayment({ data, context: { idempotency_key: "pay_1" } })

        expect(await paystack.refundsOf(reference)).toHaveLength(1)
      })

      it.each([
        ["more than was paid", 1250.51],
        ["nothing", 0],
        ["less than a unit", { value: "0.001", precision: 20 }],
      ])("refuses to refund %s", async (_, amount) => {
        const { data } = await authorizePaid()

        await expect(
          provider().refundPayment({ data, amount, context: { idempotency_key: "ref_refused" } })
        ).rejects.toMatchObject({ type: "not_allowed", code: "payment_refund_refused" })
      })
    })

    describe("updatePayment", () => {
      it("opens another transaction for another amount and answers the same one for the same", async () => {
        const { data, context, reference } = await initiate()
        const update = (amount: number) =>
          provider().updatePayment({ amount, currency_code: "ngn", data, context: { customer: CUSTOMER } })

        const same = await update(1250.5)
        const other = await update(999)

        expect(same.data?.reference).toBe(reference)
        expect(other.data).toMatchObject({ expected_minor: "99900", session_id: context.idempotency_key })
        expect(other.data?.reference).not.toBe(reference)
        expect(await gateway.findTransaction(reference)).toMatchObject({ superseded_at: expect.any(Date) })
      })
    })

    describe("the other duties", () => {
      it("keeps its own data on capture, cancel, delete and retrieve, and drops what is not its own", async () => {
        const { data } = await initiate()
        const stained = { ...data, authorization_code: "AUTH_x" }
        const own = { ...data }

        for (const method of [
          "capturePayment",
          "cancelPayment",
          "deletePayment",
          "retrievePayment",
        ] as const) {
          expect(await provider()[method]({ data: stained })).toEqual({ data: own })
        }
      })

      it("leaves webhooks to the inbox", async () => {
        expect(await provider().getWebhookActionAndData()).toEqual({ action: "not_supported" })
      })

      it("says at boot which option is missing", () => {
        expect(() => PaystackPaymentProvider.validateOptions({})).toThrow("secret_key")
      })
    })
  },
})
