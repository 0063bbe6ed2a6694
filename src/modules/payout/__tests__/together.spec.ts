import { setTimeout as sleep } from "node:timers/promises"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { type PaystackSandbox, startPaystackSandbox } from "../../../../sandbox"
import type { Fault } from "../../../../sandbox/faults"
import { type FlutterwaveSandbox, startFlutterwaveSandbox } from "../../../../sandbox/flutterwave"
import { PAYOUT_MODULE } from ".."
import type PayoutModuleService from "../service"
import type { PayoutBooks, PayoutRecord } from "../types"

jest.setTimeout(60_000)

const SECRETS = { paystack: "sk_test_together", flutterwave: "FLWSECK_TEST-together" }
const HASH = "a-hash-of-the-dashboard"
const COUNT = 5

let paystack: PaystackSandbox
let flutterwave: FlutterwaveSandbox
let next = 0
let posted: string[]

const books: PayoutBooks = {
  hold: async () => true,
  post: async (movement, { payout_id }) => {
    posted.push(`${payout_id} ${movement}`)
  },
}
const destination = (account_number = "0690000031") => ({
  kind: "bank" as const,
  bank_code: "011",
  account_number,
  account_name: "Ada Textiles",
  currency_code: "ngn",
})
const times = { read_timeout_ms: 2000, write_timeout_ms: 1000, disable_retries: true }
const CALL_FAULTS = ["5xx_before_commit", "5xx_after_commit", "timeout", "429"] as const

moduleIntegrationTestRunner<PayoutModuleService>({
  moduleName: PAYOUT_MODULE,
  resolve: "./src/modules/payout",
  pathToMigrations: "./src/modules/payout/migrations",
  moduleOptions: {
    // Nothing is waited for: what a rail does not know was not executed, which the sandboxes keep to.
    in_flight_seconds: 0,
    settle_seconds: 0,
    providers: [
      {
        resolve: "./src/providers/payout-paystack",
        id: "paystack",
        options: {
          ...times,
          secret_key: SECRETS.paystack,
          get base_url() {
            return paystack.url
          },
        },
      },
      {
        resolve: "./src/providers/payout-flutterwave",
        id: "flutterwave",
        options: {
          ...times,
          secret_key: SECRETS.flutterwave,
          webhook_hash: HASH,
          redirect_url: "http://localhost/back",
          get base_url() {
            return flutterwave.url
          },
        },
      },
    ],
  },
  testSuite: ({ service }) => {
    beforeAll(async () => {
      paystack = await startPaystackSandbox({ secret_key: SECRETS.paystack })
      flutterwave = await startFlutterwaveSandbox({ secret_key: SECRETS.flutterwave, webhook_hash: HASH })
    })
    afterAll(() => Promise.all([paystack.stop(), flutterwave.stop()]))
    beforeEach(() => {
      posted = []
      for (const { control } of [paystack, flutterwave]) {
        control.reset()
        control.topUp("NGN", 1_000_000)
      }
    })

    const claimed = async (rail: string, count = COUNT): Promise<PayoutRecord[]> => {
      const made: PayoutRecord[] = []
      for (let index = 0; index < count; index += 1) {
        next += 1
        const opened = await service.openPayout(
          {
            vendor_id: `vend_${next}`,
            currency_code: "ngn",
            amount_minor: 5000n + BigInt(next),
            fee_minor: 10n,
            rail,
            account: { id: "vbank_1", bank_name: null, account_last4: "0031" },
            needs_approval: false,
            origin: "schedule",
            period: "2026-W48",
            retry_of: null,
            requested_by: null,
            first_rules: { payout_first_days: 30, payout_first_most: {} },
          },
          books
        )
        const claim = opened.do === "opened" ? await service.claimPayout(opened.payout.id) : null
        made.push(claim!)
      }

      return made
    }
    const send = (payouts: PayoutRecord[], bad?: PayoutRecord) =>
      service.sendPayouts(
        payouts.map((payout) => ({
          payout,
          destination: destination(payout === bad ? "0690000031-!" : undefined),
        })),
        books
      )
    const statesOf = async (payouts: PayoutRecord[]) =>
      Promise.all(payouts.map(async ({ id }) => (await service.findPayout(id))!.state))

    /** As the jobs do it: what has no last word is looked up, what is ready is sent, by itself. */
    const settle = async (payouts: PayoutRecord[]) => {
      for (let round = 0; round < 20; round += 1) {
        for (const payout of await service.takeUnsettled(100)) {
          await service.checkPayout(payout, books)
        }
        for (const ready of await service.readyPayouts({ after: null, take: 100 })) {
          const payout = await service.claimPayout(ready.id)
          await service.sendPayout(payout!, destination(), books)
        }
        if ((await statesOf(payouts)).every((state) => state === "paid")) {
          return
        }
        await sleep(60)
      }
    }
    /** Once at the gateway, with what was to be sent, and once in the books. */
    const expectOnce = async (payouts: PayoutRecord[]) => {
      expect(await statesOf(payouts)).toEqual(payouts.map(() => "paid"))
      const sent = [...paystack.control.transfers(), ...flutterwave.control.transfers()]
      const named = sent.map(({ reference, amount }) => `${reference} ${amount}`)
      const wanted = payouts.map(({ reference, amount_minor }) => `${reference} ${amount_minor - 10n}`)
      expect(named.toSorted()).toEqual(wanted.toSorted())
      expect(posted.toSorted()).toEqual(payouts.map(({ id }) => `${id} paid`).toSorted())
    }
    const countOf = (box: PaystackSandbox | FlutterwaveSandbox, call: string) =>
      box.control.calls().filter((made) => made.call === call).length

    describe("Many payouts in one call of Paystack", () => {
      it("are each taken on under their own reference", async () => {
        const payouts = await claimed("paystack")
        expect(service.sendsMany("paystack", "ngn")).toBe(true)
        expect(service.sendsMany("paystack", "xof")).toBe(false)
        await send(payouts)
        expect([countOf(paystack, "POST /transfer/bulk"), countOf(paystack, "POST /transfer")]).toEqual([
          1, 0,
        ])
        expect(await statesOf(payouts)).toEqual(payouts.map(() => "pending"))
        await settle(payouts)
        await expectOnce(payouts)
      })

      it.each<[Fault, number]>([
        [{ on: "POST /transfer/bulk", kind: "5xx_before_commit" }, COUNT],
        [{ on: "POST /transfer/bulk", kind: "5xx_after_commit" }, 0],
        [{ on: "POST /transfer/bulk", kind: "timeout" }, 0],
        [{ on: "POST /transfer/bulk", kind: "429" }, COUNT],
        [{ on: "bulk", kind: "partial" }, 2],
        [{ on: "bulk", kind: "silent" }, 0],
        [{ on: "bulk", kind: "otp_needed" }, COUNT],
      ])("are made once after %o, of which %s by themselves", async (fault, singly) => {
        const payouts = await claimed("paystack")
        paystack.control.fault(fault)
        await send(payouts)
        await settle(payouts)
        await expectOnce(payouts)
        expect([countOf(paystack, "POST /transfer/bulk"), countOf(paystack, "POST /transfer")]).toEqual([
          1,
          singly,
        ])
      })

      it("are made once when one of them was sent before, and its answer was lost", async () => {
        const payouts = await claimed("paystack")
        paystack.control.fault({ on: "POST /transfer", kind: "5xx_after_commit" })
        const [first] = payouts
        await service.sendPayout(first!, destination(), books)
        await service.updatePayouts([{ id: first!.id, state: "posting" }])

        await send(payouts)
        expect(await statesOf(payouts)).toEqual(payouts.map(() => "unknown"))
        await settle(payouts)
        await expectOnce(payouts)
      })

      it("wait together for money, and none of them is sent", async () => {
        const payouts = await claimed("paystack")
        paystack.control.reset()
        await send(payouts)
        expect(await statesOf(payouts)).toEqual(payouts.map(() => "ready"))
        expect(paystack.control.transfers()).toEqual([])
      })

      it("do not suffer from one whose account is refused, or whose books are shut", async () => {
        const payouts = await claimed("paystack")
        const [bad, ...others] = payouts
        const shut = {
          ...books,
          post: async () => {
            throw new Error("The books are shut.")
          },
        }
        const results = await service.sendPayouts(
          payouts.map((payout) => ({
            payout,
            destination: destination(payout === bad ? "0690000031-!" : undefined),
          })),
          shut
        )
        expect(results.map((result) => result instanceof Error)).toEqual([true, false, false, false, false])
        expect(await statesOf([bad!])).toEqual(["posting"])

        const again = await send([bad!], bad)
        expect(again).toMatchObject([{ payout: { state: "failed" } }])
        expect(posted).toEqual([`${bad!.id} failed`])
        posted = []
        await settle(others)
        await expectOnce(others)
      })
    })

    describe("Many payouts that go one by one, because the call for all was refused", () => {
      it("leave out what was set back, rejected or claimed by another run since", async () => {
        const payouts = await claimed("paystack")
        const [ready, rejected, taken, ...ours] = payouts
        // As by the job that looks payouts up, while the call for all was under way.
        const let_go = [ready, rejected, taken].map((one) => ({ id: one!.id, state: "ready" as const }))
        await service.updatePayouts(let_go)
        await service.rejectPayout({ id: rejected!.id, by: "user_1", reason: "No" }, books)
        await service.claimPayout(taken!.id)
        paystack.control.fault({ on: "bulk", kind: "otp_needed" })

        const results = await send(payouts)
        expect(results.map((result) => result === null)).toEqual([true, true, true, false, false])
        expect(await statesOf(payouts)).toEqual(["ready", "rejected", "posting", "pending", "pending"])
        const sent = paystack.control.transfers().map(({ reference }) => reference)
        expect(sent.toSorted()).toEqual(ours.map(({ reference }) => reference).toSorted())
      })

      it("are each claimed anew, so that nobody lets one go that is being posted", async () => {
        const payouts = await claimed("paystack")
        const long_ago = new Date(Date.now() - 3_600_000)
        const unknown = { state: "unknown" as const, posted_at: long_ago }
        await service.updatePayouts(payouts.map(({ id }) => ({ id, ...unknown })))
        paystack.control.fault({ on: "bulk", kind: "otp_needed" })
        await send(payouts)
        for (const { id } of payouts) {
          expect((await service.findPayout(id))!.posted_at! > long_ago).toBe(true)
        }
        await settle(payouts)
        await expectOnce(payouts)
      })
    })

    describe("Many payouts in one call of Flutterwave", () => {
      it.each<Fault | { on: string; kind: "nothing" }>([
        { on: "POST /bulk-transfers", kind: "nothing" },
        ...CALL_FAULTS.map((kind) => ({ on: "POST /bulk-transfers", kind })),
        { on: "bulk", kind: "partial" },
      ])("are made once after $kind on $on", async (fault) => {
        const payouts = await claimed("flutterwave")
        if (fault.kind !== "nothing") {
          flutterwave.control.fault(fault)
        }
        await send(payouts)
        const told = fault.kind === "429" ? "ready" : "unknown"
        expect(await statesOf(payouts)).toEqual(payouts.map(() => told))
        await settle(payouts)
        await expectOnce(payouts)
        expect(countOf(flutterwave, "POST /bulk-transfers")).toBe(1)
      })

      it("leave one that Flutterwave does not make to be looked up, and sent by itself", async () => {
        const payouts = await claimed("flutterwave")
        await send(payouts, payouts[1])
        for (const payout of await service.takeUnsettled(100)) {
          await service.checkPayout(payout, books)
        }
        const states = await statesOf(payouts)
        expect(states.map((state) => state === "ready")).toEqual([false, true, false, false, false])
        await settle(payouts)
        await expectOnce(payouts)
        expect(countOf(flutterwave, "POST /transfers")).toBe(1)
      })
    })
  },
})
