import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { GATEWAY_MODULE } from ".."
import type GatewayModuleService from "../service"
import { describeDatabase } from "./database"
import { paystack } from "./paystack-sandbox"
import { describeSettling } from "./settling"

jest.setTimeout(60_000)

let next = 0

const suite = (
  name: string,
  settings: Record<string, number>,
  tests: (service: GatewayModuleService) => void
) =>
  describe(name, () => {
    moduleIntegrationTestRunner<GatewayModuleService>({
      moduleName: GATEWAY_MODULE,
      resolve: "./src/modules/gateway",
      pathToMigrations: "./src/modules/gateway/migrations",
      moduleOptions: {
        ...settings,
        providers: [
          {
            resolve: "./src/providers/gateway-paystack",
            id: "paystack",
            options: paystack.options,
          },
        ],
      },
      testSuite: ({ service }) => {
        beforeAll(() => paystack.start())
        afterAll(() => paystack.stop())
        beforeEach(() => paystack.reset())
        tests(service)
      },
    })
  })

const session = (over: Record<string, unknown> = {}) => {
  next += 1

  return {
    gateway: "paystack",
    session_id: `payses_${next}`,
    amount_minor: 125000n,
    currency_code: "ngn",
    email: "ada@example.com",
    metadata: { note: "where? \\? 'here'" },
    ...over,
  }
}

const openPaid = async (service: GatewayModuleService, over: Record<string, unknown> = {}) => {
  const { reference } = await service.openTransaction(session(over))
  await paystack.pay(reference)
  await service.checkCharge(reference)

  return reference
}

const refund = (reference: string, key: string, amount_minor = 125000n) => ({
  reference,
  key,
  amount_minor,
  origin: "medusa" as const,
})

const UNAVAILABLE = { name: "GatewayUnavailableError" }
const REFUSED = { code: "payment_refund_refused" }
const ORDINARY = { in_flight_seconds: 60, settle_seconds: 300 }

suite("GatewayModuleService", ORDINARY, (service) => {
  describe("sharedCards", () => {
    it("tells under which addresses a card was used, of which nothing but hashes is kept", async () => {
      const reference = await openPaid(service, { email: "Ada@example.com" })
      await openPaid(service, { email: "ada@example.com" })
      await openPaid(service, { email: "bola@example.com" })
      await service.openTransaction(session({ email: "chi@example.com" }))

      const shared = await service.sharedCards(["ADA@example.com", "chi@example.com", "ada@example.com"])
      expect([...shared]).toEqual([["ada@example.com", ["bola@example.com"]]])
      expect(await service.sharedCards([])).toEqual(new Map())
      const [row] = await service.listGatewayTransactions({ reference })
      expect(row?.card_keys).toEqual([expect.stringMatching(/^[\w-]{43}$/)])
      expect(JSON.stringify(row)).not.toContain("SIG_")
    })
  })

  describe("openTransaction", () => {
    it("opens a session's transaction once, whoever asks again or at the same time", async () => {
      const input = session()

      const opened = await Promise.all([1, 2, 3, 4].map(() => service.openTransaction(input)))
      const again = await service.openTransaction(input)

      expect(new Set(opened.map(({ reference }) => reference))).toEqual(new Set([again.reference]))
      expect(again).toEqual(opened[0])
      expect(again.reference).toMatch(/^mkt-[0-9a-z]{26}$/)
      expect(await paystack.count("POST /transaction/initialize")).toBe(1)
    })

    it("supersedes the transaction when the amount changes, and still knows the old one", async () => {
      const input = session()
      const first = await service.openTransaction(input)
      const second = await service.openTransaction({ ...input, amount_minor: 99900n })

      await paystack.pay(first.reference)
      const late = await service.checkCharge(first.reference)

      expect(second.reference).not.toBe(first.reference)
      expect(late?.transaction).toMatchObject({ state: "paid", superseded_at: expect.any(Date) })
      expect(await service.findTransactionOfSession(input.session_id)).toMatchObject({
        reference: second.reference,
        amount_minor: 99900n,
        superseded_at: null,
      })
    })

    it.each(["5xx_after_commit", "timeout"] as const)(
      "is not stuck after a %s: the next try has a fresh reference, the lost one is kept",
      async (fault) => {
        const input = session()
        await paystack.fault("POST /transaction/initialize", fault)

        await expect(service.openTransaction(input)).rejects.toMatchObject(UNAVAILABLE)
        const { reference } = await service.openTransaction(input)

        const rows = await service.listGatewayTransactions({ session_id: input.session_id })
        const lost = rows.find((row) => row.superseded_at !== null)
        expect(rows).toHaveLength(2)
        expect(lost).toMatchObject({ state: "open", redirect_url: null })
        await paystack.pay(reference)
        expect((await service.checkCharge(reference))?.charge.state).toBe("success")
        await paystack.pay(lost!.reference)
        expect((await service.checkCharge(lost!.reference))?.transaction).toMatchObject({ state: "paid" })
      }
    )

    it("leaves nothing behind for a gateway that is not configured", async () => {
      const input = session({ gateway: "flutterwave" })

      await expect(service.openTransaction(input)).rejects.toThrow(
        'No payment gateway is configured as "flutterwave"'
      )
      expect(await service.listGatewayTransactions({ session_id: input.session_id })).toEqual([])
    })

    it("tells what Paystack refuses from what it did not answer", async () => {
      await expect(service.openTransaction(session({ email: "nobody" }))).rejects.toMatchObject({
        code: "payment_data_refused",
      })
    })
  })

  describe("checkCharge", () => {
    it("stores what was paid, to the last unit, with the fee", async () => {
      const { reference } = await service.openTransaction(session())
      expect((await service.checkCharge(reference))?.transaction).toMatchObject({ paid_minor: null })

      await paystack.pay(reference)
      const checked = await service.checkCharge(reference)

      expect(checked?.charge).toMatchObject({ state: "success", amount_minor: 125000n, currency_code: "ngn" })
      expect(checked?.transaction).toMatchObject({
        state: "paid",
        paid_minor: 125000n,
        paid_currency_code: "ngn",
        fee_minor: checked?.charge.fee_minor,
        paid_at: expect.any(Date),
      })
      expect(await service.findTransaction(reference)).toEqual(checked?.transaction)
    })

    it("counts currencies without a fraction as Paystack does", async () => {
      const reference = await openPaid(service, { currency_code: "XOF", amount_minor: 1250n })

      expect(await service.findTransaction(reference)).toMatchObject({
        currency_code: "xof",
        paid_minor: 1250n,
        paid_currency_code: "xof",
      })
    })

    it("answers null for a reference that is not ours, without asking anybody", async () => {
      expect(await service.checkCharge("not-ours")).toBeNull()
      expect(await paystack.count("GET /transaction/verify")).toBe(0)
    })

    it("keeps an underpaid amount as it was paid", async () => {
      const { reference } = await service.openTransaction(session())
      await paystack.pay(reference, 100n)

      expect((await service.checkCharge(reference))?.transaction).toMatchObject({
        amount_minor: 125000n,
        paid_minor: 100n,
      })
    })
  })

  describe("refund", () => {
    it("posts once when the same refund is asked for at the same time and again", async () => {
      const reference = await openPaid(service)

      const made = await Promise.all([1, 2, 3, 4, 5].map(() => service.refund(refund(reference, "ref_par"))))
      const again = await service.refund(refund(reference, "ref_par"))

      expect(new Set(made.map(({ gateway_refund_id }) => gateway_refund_id))).toEqual(
        new Set([again.gateway_refund_id])
      )
      expect(again).toMatchObject({ amount_minor: 125000n, currency_code: "ngn", is_disowned: false })
      expect(await paystack.refundsOf(reference)).toHaveLength(1)
      expect(await paystack.count("POST /refund")).toBe(1)
    })

    it("makes partial refunds one after the other and refuses the one that would exceed what was paid", async () => {
      const reference = await openPaid(service)

      const outcomes = await Promise.allSettled(
        [1, 2, 3].map((part) => service.refund(refund(reference, `ref_part_${part}_${reference}`, 50000n)))
      )

      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2)
      expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: REFUSED })
      expect(await paystack.refundsOf(reference)).toHaveLength(2)
      await service.refund(refund(reference, `ref_rest_${reference}`, 25000n))
      await expect(service.refund(refund(reference, `ref_one_${reference}`, 1n))).rejects.toMatchObject(
        REFUSED
      )
    })

    it("refuses where nothing was paid", async () => {
      const { reference } = await service.openTransaction(session())

      await expect(service.refund(refund(reference, "ref_unpaid"))).rejects.toMatchObject(REFUSED)
      expect(await paystack.count("POST /refund")).toBe(0)
    })

    it.each(["5xx_after_commit", "timeout"] as const)(
      "looks a refund up after a %s instead of posting a second one",
      async (fault) => {
        const reference = await openPaid(service)
        await paystack.fault("POST /refund", fault)

        await expect(service.refund(refund(reference, `ref_${fault}`))).rejects.toMatchObject(UNAVAILABLE)
        expect(await service.listRefundsOf(reference)).toMatchObject([
          { state: "unknown", is_disowned: true },
        ])
        const found = await service.refund(refund(reference, `ref_${fault}`))

        expect(found).toMatchObject({ key: `ref_${fault}`, is_disowned: false, adopted_by_key: null })
        expect(await paystack.refundsOf(reference)).toHaveLength(1)
        expect(await paystack.count("POST /refund")).toBe(1)
      }
    )

    it("gives the refund whose caller was told it failed to the next request of the same amount", async () => {
      const reference = await openPaid(service)
      await paystack.fault("POST /refund", "timeout")
      await expect(service.refund(refund(reference, "ref_deleted", 50000n))).rejects.toMatchObject(
        UNAVAILABLE
      )

      const adopted = await service.refund(refund(reference, "ref_second", 50000n))
      const further = await service.refund(refund(reference, "ref_third", 50000n))

      expect(adopted).toMatchObject({ key: "ref_deleted", adopted_by_key: "ref_second" })
      expect(further).toMatchObject({ key: "ref_third" })
      expect(await service.refund(refund(reference, "ref_second", 50000n))).toEqual(adopted)
      expect(await paystack.refundsOf(reference)).toHaveLength(2)
    })

    it("posts nothing while it is not known whether an earlier attempt arrived", async () => {
      const reference = await openPaid(service)
      await paystack.fault("POST /refund", "5xx_before_commit")
      await expect(service.refund(refund(reference, "ref_lost"))).rejects.toMatchObject(UNAVAILABLE)

      await expect(service.refund(refund(reference, "ref_lost"))).rejects.toThrow("not known yet")
      await expect(service.refund(refund(reference, "ref_other", 1n))).rejects.toThrow("not known yet")
      expect(await paystack.refundsOf(reference)).toHaveLength(0)
    })

    it("posts again at once what certainly never arrived", async () => {
      const reference = await openPaid(service)
      await paystack.fault("POST /refund", "429")
      await expect(service.refund(refund(reference, "ref_429"))).rejects.toMatchObject(UNAVAILABLE)

      await service.refund(refund(reference, "ref_429"))

      expect(await paystack.refundsOf(reference)).toHaveLength(1)
    })
  })

  describe("resolveRefunds", () => {
    it("finds out what became of unknown attempts, and posts nothing", async () => {
      const reference = await openPaid(service)
      await paystack.fault("POST /refund", "timeout")
      await expect(service.refund(refund(reference, "ref_resolve"))).rejects.toMatchObject(UNAVAILABLE)

      expect(await service.resolveRefundsOf("mkt-another")).toEqual({ checked: 0, moved: [], failed: 0 })
      const run = await service.resolveRefundsOf(reference)

      expect(run).toMatchObject({ checked: 1, failed: 0, moved: [{ key: "ref_resolve", is_disowned: true }] })
      expect(run.moved[0]?.state).not.toBe("unknown")
      expect(await paystack.count("POST /refund")).toBe(1)
      expect((await service.resolveRefunds(10)).checked).toBe(run.moved[0]?.state === "processed" ? 0 : 1)
    })
  })

  describe("listUnbookedRefunds", () => {
    it("names what the gateway has made and the books do not say, until it is noted", async () => {
      const reference = await openPaid(service)
      const attempt = await service.refund(refund(reference, "ref_unbooked"))
      expect(attempt.booked).toBeNull()
      expect(await service.listUnbookedRefunds(10)).toEqual([reference])

      await service.markBooked(attempt.id, "given")

      expect(await service.listUnbookedRefunds(10)).toEqual([])
      expect(await service.listRefundsOf(reference)).toMatchObject([{ booked: "given" }])
    })
  })

  describeSettling(service, { openPaid, openUnpaid: () => service.openTransaction(session()) })
  describeDatabase(service)
})

suite("GatewayModuleService once time has passed", { in_flight_seconds: 0, settle_seconds: 0 }, (service) => {
  it("takes a refund that the gateway never listed for not executed, and posts it again", async () => {
    const reference = await openPaid(service)
    await paystack.fault("POST /refund", "5xx_before_commit")
    await expect(service.refund(refund(reference, "ref_late"))).rejects.toMatchObject(UNAVAILABLE)

    const made = await service.refund(refund(reference, "ref_late"))

    expect(made).toMatchObject({ key: "ref_late", is_disowned: false, last_error: null })
    expect(await paystack.refundsOf(reference)).toHaveLength(1)
    expect(await service.listRefundsOf(reference)).toHaveLength(1)
  })
})
