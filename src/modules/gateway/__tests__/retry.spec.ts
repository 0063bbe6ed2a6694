import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { GATEWAY_MODULE } from ".."
import type GatewayModuleService from "../service"
import { paystack } from "./paystack-sandbox"

jest.setTimeout(60_000)

const HOUR_MS = 3_600_000

moduleIntegrationTestRunner<GatewayModuleService>({
  moduleName: GATEWAY_MODULE,
  resolve: "./src/modules/gateway",
  pathToMigrations: "./src/modules/gateway/migrations",
  moduleOptions: {
    in_flight_seconds: 0,
    settle_seconds: 0,
    retry_hours: [1, 6],
    providers: [{ resolve: "./src/providers/gateway-paystack", id: "paystack", options: paystack.options }],
  },
  testSuite: ({ service }) => {
    beforeAll(() => paystack.start())
    afterAll(() => paystack.stop())
    beforeEach(() => paystack.reset())

    let next = 0

    async function paid(): Promise<string> {
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

      return reference
    }

    const ask = (reference: string, amount_minor = 60_000n) =>
      service.refund({ reference, key: `ref_${reference}`, amount_minor, origin: "medusa" })

    const attempts = (reference: string) => service.listRefundsOf(reference)
    const last = async (reference: string) => (await attempts(reference)).at(-1)!
    const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS)
    const due = async (now: Date) =>
      (await service.listRefundsToFollowUp({ now, again_before: now, limit: 10 })).map(({ id }) => id)

    /** The sandbox ends a refund a moment after it has taken it on. */
    async function ended(reference: string): Promise<void> {
      for (let turn = 0; turn < 100; turn += 1) {
        await service.resolveRefundsOf(reference)
        if (!["pending", "requested", "unknown"].includes((await last(reference)).state)) {
          return
        }
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      throw new Error("The refund did not come to an end.")
    }

    async function failedOnce(): Promise<string> {
      const reference = await paid()
      await paystack.fault("refund", "fails")
      await ask(reference)
      await ended(reference)

      return reference
    }

    it("tries a failed refund again when its time has come, once, under a key of its own, whoever asks at once", async () => {
      const reference = await failedOnce()
      const first = await last(reference)
      expect(first).toMatchObject({ state: "failed", tries: 1, follow_up: null })
      expect(first.retry_at!.getTime()).toBeGreaterThan(inHours(0.9).getTime())
      expect(await due(new Date())).toEqual([])
      expect(await due(inHours(1.1))).toEqual([first.id])

      const outcomes = await Promise.all([1, 2, 3].map(() => service.retryRefund(first)))

      expect(outcomes.map(({ outcome }) => outcome).filter((outcome) => outcome === "posted")).toHaveLength(1)
      await ended(reference)
      expect(await attempts(reference)).toMatchObject([
        { follow_up: "retried", state: "failed" },
        {
          key: `ref_${reference}-retry-2`,
          root_id: first.id,
          retries_id: first.id,
          tries: 2,
          state: "processed",
        },
      ])
      const made = (await paystack.refundsOf(reference)).filter(({ status }) => status === "processed")
      expect(made.map(({ amount }) => amount)).toEqual([60_000])
      expect(await due(inHours(99))).toEqual([])
      // Whoever asks under the first key has what the further try has led to.
      expect(await ask(reference)).toMatchObject({ tries: 2 })
    })

    it("is left to a person after the last of its tries, who may try once more", async () => {
      const reference = await failedOnce()
      for (const tries of [2, 3]) {
        await paystack.fault("refund", "fails")
        await service.retryRefund(await last(reference))
        await ended(reference)
        expect(await last(reference)).toMatchObject({ tries, state: "failed" })
      }
      const third = await last(reference)
      expect(third.retry_at).toBeNull()
      expect(await due(new Date())).toEqual([third.id])

      await service.handRefundOver(third.id)

      expect(await due(inHours(99))).toEqual([])
      const { refunds, count } = await service.pageOfWaitingRefunds(
        { state: "failed" },
        { take: 10, skip: 0 }
      )
      expect([count, refunds.map(({ id }) => id)]).toEqual([1, [third.id]])
      expect((await service.retryRefund(third)).outcome).toBe("posted")
      await ended(reference)
      expect(await last(reference)).toMatchObject({ tries: 4, state: "processed" })
      expect((await service.pageOfWaitingRefunds({ state: "failed" }, { take: 10, skip: 0 })).count).toBe(0)
    })

    it.each([
      ["5xx_before_commit", 0],
      ["5xx_after_commit", 1],
      ["timeout", 1],
    ] as const)(
      "a further try after a %s is looked up, serves no other refund, and is made once",
      async (fault, made) => {
        const reference = await failedOnce()
        await paystack.fault("POST /refund", fault)

        expect((await service.retryRefund(await last(reference))).outcome).toBe("open")

        expect(await last(reference)).toMatchObject({ state: "unknown", is_disowned: false })
        await ended(reference)
        if (!made) {
          expect(await last(reference)).toMatchObject({ state: "not_executed" })
          const { id } = await last(reference)
          expect(await due(inHours(1))).toEqual([id])
          await service.postponeRetry({ id, until: inHours(2) })
          expect([await due(inHours(1)), await due(inHours(3))]).toEqual([[], [id]])
          expect((await service.retryRefund(await last(reference))).outcome).toBe("posted")
          await ended(reference)
        }
        const other = await service.refund({
          reference,
          key: `ref_other_${reference}`,
          amount_minor: 40_000n,
          origin: "medusa",
        })
        expect(other.key).toBe(`ref_other_${reference}`)
        expect(await attempts(reference)).toHaveLength(3)
        const refunds = (await paystack.refundsOf(reference)).filter(({ status }) => status !== "failed")
        expect(refunds.map(({ amount }) => amount)).toEqual([60_000, 40_000])
      }
    )

    it("is not made when the payment has been given back by another refund since", async () => {
      const reference = await failedOnce()
      const failure = await last(reference)
      await service.refund({
        reference,
        key: `ref_all_${reference}`,
        amount_minor: 90_000n,
        origin: "medusa",
      })

      expect((await service.retryRefund(failure)).outcome).toBe("uncovered")
      expect(await attempts(reference)).toHaveLength(2)
    })

    it("is tried again when its payment is over, although its caller was told that nobody knows of it", async () => {
      const reference = await paid()
      await paystack.fault("POST /refund", "5xx_after_commit")
      await paystack.fault("refund", "fails")
      await expect(ask(reference)).rejects.toThrow()
      // On its way or failed by now: its payment was given back, and so much is all that is asked for.
      await service.resolveRefundsOf(reference)
      expect(await last(reference)).toMatchObject({ is_disowned: true })
      await service.settle(reference, "refunded")
      await ended(reference)

      const failed = await last(reference)
      expect(failed).toMatchObject({ state: "failed", is_disowned: false })
      expect(await due(inHours(2))).toEqual([failed.id])
    })

    it("is tried again by nobody where another has taken its place", async () => {
      const reference = await failedOnce()
      const first = await last(reference)
      await service.updateGatewayRefunds({ id: first.id, is_disowned: true })
      await service.refund({ reference, key: "another", amount_minor: 60_000n, origin: "medusa" })
      await service.settle(reference, "refunded")

      expect((await attempts(reference)).map(({ is_disowned }) => is_disowned)).toEqual([true, false])
    })

    it("waits for the books, and is not for one whose caller was told that it failed", async () => {
      const reference = await failedOnce()
      const failure = await last(reference)
      await service.markBooked(failure.id, "given")
      expect((await service.retryRefund(failure)).outcome).toBe("wait")
      expect(await due(inHours(99))).toEqual([])

      await service.markBooked(failure.id, "returned")
      await service.updateGatewayRefunds({ id: failure.id, is_disowned: true })
      expect((await service.retryRefund(failure)).outcome).toBe("nothing")
      expect(await due(inHours(99))).toEqual([])
    })
  },
})
