import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { WEBHOOK_MODULE } from ".."
import { MOST_ATTEMPTS } from "../domain/back-off"
import type WebhookModuleService from "../service"

const now = new Date("2026-11-24T10:00:00Z")
const secondsLater = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const LEASE_SECONDS = 60

const event = (dedupe_key: string) => ({
  gateway: "paystack",
  type: "charge.success",
  dedupe_key,
  reference: "mkt-1",
  payload: { event: "charge.success", data: { amount: "125000", channel: "what? \\? 'quoted'" } },
  body_sha256: "0".repeat(64),
  received_at: now,
})

moduleIntegrationTestRunner<WebhookModuleService>({
  moduleName: WEBHOOK_MODULE,
  resolve: "./src/modules/webhook",
  pathToMigrations: "./src/modules/webhook/migrations",
  testSuite: ({ service }) => {
    const receive = async (keys: string[]) => {
      const received = await Promise.all(keys.map((key) => service.receive(event(key))))

      return received.map(({ id }) => id)
    }
    const stateOf = async (id: string) => (await service.retrieveWebhookEvent(id)).state

    describe("receive", () => {
      it("stores an event once, however many deliveries arrive at the same moment", async () => {
        const received = await Promise.all(Array.from({ length: 8 }, () => service.receive(event("same"))))

        expect(received.filter(({ is_new }) => is_new)).toHaveLength(1)
        expect(new Set(received.map(({ id }) => id)).size).toBe(1)
        expect(await service.listWebhookEvents({})).toHaveLength(1)
      })

      it("keeps the payload to the letter", async () => {
        const { id } = await service.receive(event("letter"))

        expect((await service.retrieveWebhookEvent(id)).payload).toEqual(event("letter").payload)
      })

      it("tells the same key of two gateways apart", async () => {
        await service.receive(event("same"))

        expect(await service.receive({ ...event("same"), gateway: "flutterwave" })).toMatchObject({
          is_new: true,
        })
      })
    })

    describe("countRejection", () => {
      it("counts forged deliveries of a day and keeps nothing else", async () => {
        await Promise.all([1, 2, 3].map(() => service.countRejection("paystack")))

        const rows = await service.listWebhookRejections({})
        expect(rows).toMatchObject([{ gateway: "paystack", count: 3 }])
        expect(await service.listWebhookEvents({})).toEqual([])
      })
    })

    describe("claim", () => {
      it("never gives two workers the same event", async () => {
        const ids = await receive(Array.from({ length: 20 }, (_, index) => `event_${index}`))

        const claims = await Promise.all(
          Array.from({ length: 6 }, () => service.claim(5, now, LEASE_SECONDS))
        )
        const claimed = claims.flat().map(({ id }) => id)

        expect(new Set(claimed).size).toBe(claimed.length)
        const rest = await service.claim(20, now, LEASE_SECONDS)
        expect([...claimed, ...rest.map(({ id }) => id)].sort()).toEqual(ids.sort())
      })

      it("gives one event to one of many who ask for it", async () => {
        const [id] = await receive(["one"])

        const claims = await Promise.all(
          Array.from({ length: 6 }, () => service.claimOne(id!, now, LEASE_SECONDS))
        )

        expect(claims.filter(Boolean)).toHaveLength(1)
      })

      it("hands what the worker needs", async () => {
        await receive(["one"])

        expect(await service.claim(1, now, LEASE_SECONDS)).toEqual([
          {
            id: expect.stringMatching(/^whe_/),
            gateway: "paystack",
            type: "charge.success",
            reference: "mkt-1",
            payload: event("one").payload,
            state: "processing",
            attempts: 1,
            claimed_until: secondsLater(LEASE_SECONDS),
            received_at: now,
          },
        ])
      })

      it("frees an event when its worker's lease runs out, and not before", async () => {
        const [id] = await receive(["one"])
        await service.claim(1, now, LEASE_SECONDS)

        expect(await service.claim(1, secondsLater(LEASE_SECONDS - 1), LEASE_SECONDS)).toEqual([])
        expect(await service.claimOne(id!, secondsLater(LEASE_SECONDS - 1), LEASE_SECONDS)).toBeNull()
        expect(await service.claim(1, secondsLater(LEASE_SECONDS), LEASE_SECONDS)).toMatchObject([
          { id, attempts: 2 },
        ])
      })

      it("buries an event that kills its worker every time", async () => {
        const [id] = await receive(["killer"])
        let at = now
        for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
          expect(await service.claim(1, at, LEASE_SECONDS)).toHaveLength(1)
          at = new Date(at.getTime() + LEASE_SECONDS * 1000)
        }

        expect(await service.bury(at)).toEqual([id])
        expect(await service.claim(1, at, LEASE_SECONDS)).toEqual([])
        expect(await stateOf(id!)).toBe("dead")
      })
    })

    describe("readBacklog", () => {
      it("counts what waits, what was tried in vain and what was given up, and nothing that is done", async () => {
        expect(await service.readBacklog()).toEqual({
          waiting: 0,
          failed: 0,
          given_up: 0,
          oldest_waiting_at: null,
        })
        await service.receive({ ...event("old"), received_at: secondsLater(-60) })
        const [done, failed, dead] = await receive(["done", "failed", "dead"])
        await service.updateWebhookEvents([
          { id: done!, state: "processed" },
          { id: failed!, state: "failed" },
          { id: dead!, state: "dead", received_at: secondsLater(-3600) },
        ])

        expect(await service.readBacklog()).toEqual({
          waiting: 1,
          failed: 1,
          given_up: 1,
          oldest_waiting_at: secondsLater(-60),
        })
      })
    })

    describe("complete", () => {
      it("ends an event for good", async () => {
        const [id] = await receive(["one"])
        await service.claim(1, now, LEASE_SECONDS)

        await service.complete(id!, "order_completed")
        await service.fail(id!, "too late", now)

        expect(await service.retrieveWebhookEvent(id!)).toMatchObject({
          state: "processed",
          outcome: "order_completed",
          processed_at: expect.anything(),
        })
        expect(await service.claimOne(id!, secondsLater(999_999), LEASE_SECONDS)).toBeNull()
      })

      it("takes the word of a worker whose lease ran out", async () => {
        const [id] = await receive(["one"])
        await service.claim(1, now, LEASE_SECONDS)
        await service.claim(1, secondsLater(LEASE_SECONDS), LEASE_SECONDS)

        await service.complete(id!, "done")

        expect(await stateOf(id!)).toBe("processed")
      })
    })

    describe("fail", () => {
      it("tries again later, each time after a longer wait, and gives up in the end", async () => {
        const [id] = await receive(["one"])
        let at = now
        const waits: number[] = []
        for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt += 1) {
          await service.claimOne(id!, at, LEASE_SECONDS)
          await service.fail(id!, `error ${attempt}`, at)
          const { next_attempt_at } = await service.retrieveWebhookEvent(id!)
          const next = new Date(next_attempt_at)
          waits.push((next.getTime() - at.getTime()) / 1000)
          expect(await service.claimOne(id!, new Date(next.getTime() - 1), LEASE_SECONDS)).toBeNull()
          at = next
        }
        await service.claimOne(id!, at, LEASE_SECONDS)
        expect(await service.fail(id!, "the last error", at)).toBe("dead")

        expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600])
        expect(await service.retrieveWebhookEvent(id!)).toMatchObject({
          state: "dead",
          last_error: "the last error",
          attempts: MOST_ATTEMPTS,
        })
        expect(await service.claim(1, secondsLater(999_999), LEASE_SECONDS)).toEqual([])

        expect(await service.revive(id!, now)).toBe(true)
        expect(await service.revive(id!, now)).toBe(false)
        expect(await service.claim(1, now, LEASE_SECONDS)).toMatchObject([{ id, attempts: 1 }])
        expect(await service.fail(id!, "once more", now)).toBe("failed")
      })
    })
  },
})
