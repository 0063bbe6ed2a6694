import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { GATEWAY_MODULE } from ".."
import type GatewayModuleService from "../service"
import { paystack } from "./paystack-sandbox"

jest.setTimeout(60_000)

const NUMBER = "0001234564"
const RETRY = "POST /refund/retry_with_customer_details"

moduleIntegrationTestRunner<GatewayModuleService>({
  moduleName: GATEWAY_MODULE,
  resolve: "./src/modules/gateway",
  pathToMigrations: "./src/modules/gateway/migrations",
  moduleOptions: {
    in_flight_seconds: 0,
    settle_seconds: 1,
    providers: [{ resolve: "./src/providers/gateway-paystack", id: "paystack", options: paystack.options }],
  },
  testSuite: ({ service }) => {
    beforeAll(() => paystack.start())
    afterAll(() => paystack.stop())
    beforeEach(() => paystack.reset())

    let next = 0

    const until = async (done: () => Promise<boolean>) => {
      for (let turn = 0; turn < 150; turn += 1) {
        if (await done()) {
          return
        }
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      throw new Error("It did not come so far.")
    }

    const refundOf = async (reference: string) => (await service.listRefundsOf(reference))[0]!

    /** A refund that Paystack cannot send back the way it came. */
    async function stuck(): Promise<string> {
      next += 1
      const { reference } = await service.openTransaction({
        gateway: "paystack",
        session_id: `payses_${next}`,
        amount_minor: 100_000n,
        currency_code: "ngn",
        email: "ada@example.com",
      })
      await paystack.pay(reference)
      await service.checkCharge(reference)
      await paystack.fault("refund", "needs_attention")
      await service.refund({ reference, key: `ref_${reference}`, amount_minor: 60_000n, origin: "medusa" })
      await until(async () => {
        await service.resolveRefundsOf(reference)
        return (await refundOf(reference)).state === "needs_attention"
      })

      return reference
    }

    async function enter(
      reference: string,
      over: { name_check?: "matches" | "differs"; is_by_staff?: boolean } = {}
    ) {
      const { name_check = "matches", is_by_staff = false } = over
      next += 1
      await service.enterRefundAccount(
        {
          id: `gra_${next}`,
          refund_id: (await refundOf(reference)).id,
          state: name_check === "matches" ? "ready" : "waiting",
          bank_code: "058",
          bank_name: "Guaranty Trust Bank",
          account_name: "Ada Textiles Limited",
          account_last4: NUMBER.slice(-4),
          account_number_ciphertext: "v1.k1.none",
          currency_code: "ngn",
          name_check,
          name_missing: null,
          entered_by: "buyer",
        },
        { is_by_staff }
      )

      return current(reference)
    }

    const current = async (reference: string) =>
      (await service.refundAccountsOf([(await refundOf(reference)).id]))[0]!

    const ended = (reference: string) =>
      until(async () => {
        await service.resolveRefundsOf(reference)
        return (await refundOf(reference)).state === "processed"
      })

    it("names the account to the gateway once, whoever sends it at once, and the refund goes on", async () => {
      const reference = await stuck()
      const account = await enter(reference)

      const sent = await Promise.all([1, 2, 3].map(() => service.sendRefundAccount(account, NUMBER)))

      expect(sent.toSorted()).toEqual([null, null, "sent"])
      expect(await paystack.lastRequest()).toEqual({
        refund_account_details: { currency: "NGN", account_number: NUMBER, bank_id: "9" },
      })
      await ended(reference)
      expect(await paystack.count(RETRY)).toBe(1)
      expect((await paystack.refundsOf(reference)).map(({ amount }) => amount)).toEqual([60_000])
      await expect(enter(reference)).rejects.toMatchObject({ code: "refund_account_refused" })
    })

    it("that was not confirmed goes nowhere until a person has seen to it", async () => {
      const reference = await stuck()
      const account = await enter(reference, { name_check: "differs" })
      expect(await service.sendRefundAccount(account, NUMBER)).toBeNull()
      expect(await service.takeOpenRefundAccounts(10)).toEqual([])

      const approved = await service.approveRefundAccount({ id: account.id, by: "user_ada" })

      expect(approved).toMatchObject({ state: "ready", approved_by: "user_ada" })
      expect(await service.approveRefundAccount({ id: account.id, by: "user_ada" })).toBeNull()
      expect((await service.takeOpenRefundAccounts(10)).map(({ id }) => id)).toEqual([account.id])
      expect(await service.sendRefundAccount(approved!, NUMBER)).toBe("sent")
    })

    it.each([
      ["timeout", 1],
      ["5xx_after_commit", 1],
      ["5xx_before_commit", 2],
    ] as const)(
      "after a %s is looked up, and named again only when it certainly never arrived",
      async (fault, calls) => {
        const reference = await stuck()
        const account = await enter(reference)
        await paystack.fault(RETRY, fault)

        expect(await service.sendRefundAccount(account, NUMBER)).toBe("unknown")

        expect(await service.sendRefundAccount(account, NUMBER)).toBeNull()
        await expect(enter(reference, { is_by_staff: true })).rejects.toMatchObject({
          code: "refund_account_refused",
        })
        expect(await service.approveRefundAccount({ id: account.id, by: "user_ada" })).toBeNull()
        await until(async () => (await service.lookUpRefundAccount(await current(reference))) !== "unknown")
        expect((await current(reference)).state).toBe(calls === 1 ? "sent" : "ready")
        if (calls === 2) {
          expect(await service.sendRefundAccount(await current(reference), NUMBER)).toBe("sent")
        }
        await ended(reference)
        expect(await paystack.count(RETRY)).toBe(calls)
      }
    )

    it("that the gateway does not take is told without its number, and may be replaced, by the buyer five times at most", async () => {
      const reference = await stuck()
      for (let tries = 0; tries < 5; tries += 1) {
        const account = await enter(reference)
        expect(await service.sendRefundAccount(account, "123")).toBe("refused")
      }
      expect((await current(reference)).last_error).not.toMatch(/\d{5}/)

      await expect(enter(reference)).rejects.toMatchObject({ code: "refund_account_refused" })
      const byStaff = await enter(reference, { is_by_staff: true })
      expect(await service.sendRefundAccount(byStaff, NUMBER)).toBe("sent")
      expect(await service.listGatewayRefundAccounts({ replaced_at: null })).toHaveLength(1)
    })
  },
})
