import { createHmac } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import { type Received, SECRET, startMerchant } from "./merchant"

const RETRY_MS = [40, 80]

let merchant: Awaited<ReturnType<typeof startMerchant>>

beforeAll(async () => {
  merchant = await startMerchant({ webhook_retry_ms: RETRY_MS })
})
afterAll(() => merchant.stop())
beforeEach(() => merchant.reset())

const control = () => merchant.sandbox.control
const references = (events: Received[]) => events.map(({ reference }) => reference)

async function paid(): Promise<string> {
  const { reference } = await merchant.open()
  control().pay(reference)

  return reference
}

/** For events that must not come. */
const QUIET_MS = 150

describe("Webhooks", () => {
  it("are signed over the raw body with the secret key", async () => {
    const reference = await paid()

    const [event] = await merchant.arrived(1)

    expect(event).toMatchObject({ event: "charge.success", reference })
    expect(event?.signature).toBe(
      createHmac("sha512", SECRET)
        .update(event?.raw ?? "")
        .digest("hex")
    )
  })

  it("are sent for payments only, not for a card that was declined", async () => {
    const { reference } = await merchant.open()
    control().decline(reference)
    await pause(QUIET_MS)

    expect(merchant.received).toEqual([])
  })

  it("are sent again, each time after a longer wait, until they are taken", async () => {
    merchant.answers.push(500, 404)
    await paid()

    const events = await merchant.arrived(3)
    await pause(QUIET_MS)

    expect(events).toHaveLength(3)
    expect(new Set(events.map(({ raw }) => raw)).size).toBe(1)
    const [first, second] = [events[1]!.at - events[0]!.at, events[2]!.at - events[1]!.at]
    expect(first).toBeGreaterThanOrEqual(RETRY_MS[0]! - 5)
    expect(second).toBeGreaterThanOrEqual(RETRY_MS[1]! - 5)
    expect(control().deliveries()).toMatchObject([{ attempts: 3, delivered: true, last_status: 200 }])
  })

  it("are given up after the last attempt, and can be asked for again", async () => {
    merchant.answers.push(500, 500, 500)
    const reference = await paid()
    await merchant.arrived(3)
    await pause(QUIET_MS)
    expect(control().deliveries()).toMatchObject([{ attempts: 3, delivered: false, last_status: 500 }])

    control().redeliver(reference)

    expect(references(await merchant.arrived(4))).toEqual(Array(4).fill(reference))
  })
})

describe("Faults of webhooks", () => {
  it("drop: the event is lost, the next one is not", async () => {
    control().fault({ on: "webhook", kind: "drop" })
    await paid()
    const second = await paid()
    await pause(QUIET_MS)

    expect(references(merchant.received)).toEqual([second])
  })

  it("duplicate: the event comes twice", async () => {
    control().fault({ on: "webhook", kind: "duplicate" })
    const reference = await paid()

    expect(references(await merchant.arrived(2))).toEqual([reference, reference])
  })

  it("delay: the event comes later than the one after it", async () => {
    control().fault({ on: "webhook", kind: "delay", ms: 100 })
    const first = await paid()
    const second = await paid()

    expect(references(await merchant.arrived(2))).toEqual([second, first])
  })

  it("reorder: the event comes after the next one, whatever happens to that", async () => {
    control().fault({ on: "webhook", kind: "reorder" })
    control().fault({ on: "webhook", kind: "duplicate" })
    const first = await paid()
    const second = await paid()

    expect(references(await merchant.arrived(3))).toEqual([second, second, first])
  })

  it("stay on for as many events as they were set for", async () => {
    control().fault({ on: "webhook", kind: "drop", times: 2 })
    await paid()
    await paid()
    const third = await paid()
    await pause(QUIET_MS)

    expect(references(merchant.received)).toEqual([third])
  })
})

describe("Faults of payments", () => {
  it.each([
    ["wrong_amount", {}, { amount: 124900, currency: "NGN" }],
    ["wrong_amount", { amount: 1 }, { amount: 1, currency: "NGN" }],
    ["wrong_currency", { currency: "KES" }, { amount: 125000, currency: "KES" }],
  ] as const)("%s %j: what was paid is not what was asked", async (kind, over, expected) => {
    const { reference, url } = await merchant.open()
    control().fault({ on: "pay", kind, ...over })

    await merchant.press(url, "pay")

    const told = await merchant.verify(reference)
    expect(told).toMatchObject({ status: "success", requested_amount: 125000, ...expected })
    expect(JSON.parse((await merchant.arrived(1))[0]!.raw).data).toMatchObject(expected)
  })
})

describe("Faults of calls", () => {
  const refund = (transaction: string) =>
    merchant.api("POST", "/refund", { transaction, amount: 1000, merchant_note: "merkato:key" })

  it("5xx before commit: nothing was done", async () => {
    const reference = await paid()
    control().fault({ on: "POST /refund", kind: "5xx_before_commit" })

    const { status, body } = await refund(reference)

    expect([status, body.status, control().refunds().length]).toEqual([503, false, 0])
  })

  it("5xx after commit: it was done all the same, and may be found", async () => {
    const reference = await paid()
    control().fault({ on: "POST /refund", kind: "5xx_after_commit" })

    const { status, body } = await refund(reference)

    expect([status, body.status]).toEqual([500, false])
    const { data } = (await merchant.api("GET", "/refund")).body
    expect(data).toMatchObject([{ transaction_reference: reference, merchant_note: "merkato:key" }])
  })

  it("timeout: done, but never answered", async () => {
    const reference = await paid()
    control().fault({ on: "POST /refund", kind: "timeout" })

    const gaveUp = fetch(`${merchant.sandbox.url}/refund`, {
      method: "POST",
      headers: { authorization: `Bearer ${SECRET}` },
      body: JSON.stringify({ transaction: reference }),
      signal: AbortSignal.timeout(100),
    })

    await expect(gaveUp).rejects.toThrow()
    expect(control().refunds()).toHaveLength(1)
  })

  it("429: says when to ask again, and does nothing", async () => {
    const reference = await paid()
    control().fault({ on: "POST /refund", kind: "429" })

    const { status, headers, body } = await refund(reference)

    expect([status, headers.get("retry-after"), body.code]).toEqual([429, "1", "rate_limited"])
    expect(control().refunds()).toEqual([])
  })

  it("happen to the call they are set on, as often as they are set, and to no other", async () => {
    const reference = await paid()
    control().fault({ on: "GET /transaction/verify", kind: "5xx_before_commit", times: 2 })
    const statuses = []
    for (const path of ["/balance", ...Array(3).fill(`/transaction/verify/${reference}`)]) {
      statuses.push((await merchant.api("GET", path)).status)
    }

    expect(statuses).toEqual([200, 503, 503, 200])
  })
})
