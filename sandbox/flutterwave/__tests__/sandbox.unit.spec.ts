import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { type FlutterwaveSandbox, startFlutterwaveSandbox } from ".."

const SECRET = "FLWSECK_TEST-sandbox"
const HASH = "a-hash-only-the-dashboard-knows"

type Body = { status: string; message: string; data: Record<string, unknown> | null }
type Received = { hash: unknown; body: { event: string; data: { tx_ref: string; status: string } } }

const received: Received[] = []
const merchant = createServer((req, res) => {
  const chunks: Buffer[] = []
  req.on("data", (chunk) => chunks.push(chunk))
  req.on("end", () => {
    received.push({ hash: req.headers["verif-hash"], body: JSON.parse(Buffer.concat(chunks).toString()) })
    res.writeHead(200).end()
  })
})

let sandbox: FlutterwaveSandbox

beforeAll(async () => {
  await new Promise<void>((resolve) => merchant.listen(0, "127.0.0.1", resolve))
  sandbox = await startFlutterwaveSandbox({ secret_key: SECRET, webhook_hash: HASH })
})
afterAll(async () => {
  await sandbox.stop()
  merchant.closeAllConnections()
  await new Promise((resolve) => merchant.close(resolve))
})
beforeEach(() => {
  sandbox.control.reset()
  sandbox.control.setWebhookUrl(`http://127.0.0.1:${(merchant.address() as AddressInfo).port}/`)
  received.length = 0
})

async function api(method: string, path: string, body?: unknown, key = SECRET) {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
    body: body === undefined ? undefined : JSON.stringify(body),
  })

  return { status: response.status, body: (await response.json()) as Body }
}

const order = (over: Record<string, unknown> = {}) => ({
  tx_ref: "ref-1",
  amount: "1250.50",
  currency: "NGN",
  redirect_url: "https://shop.example/paid?cart=1",
  customer: { email: "ada@example.com" },
  ...over,
})

const open = async (over: Record<string, unknown> = {}) =>
  String((await api("POST", "/payments", order(over))).body.data?.link)

const press = (link: string, button: string) =>
  fetch(`${link}/${button}`, { method: "POST", redirect: "manual" })

async function arrived(count: number): Promise<Received[]> {
  const deadline = Date.now() + 3000
  while (received.length < count && Date.now() < deadline) {
    await pause(5)
  }
  expect(received.length).toBeGreaterThanOrEqual(count)

  return received
}

describe("The page", () => {
  it("offers every way to pay, and has neither script nor card field", async () => {
    const html = await (await fetch(await open())).text()

    expect(html).toContain("NGN 1,250.50")
    expect(html).toContain("A local stand-in for Flutterwave")
    expect([...html.matchAll(/action="[^"]*\/(\w+)"/g)].map(([, action]) => action)).toEqual([
      "pay",
      "mobile_money",
      "ussd",
      "bank_transfer",
      "virtual_account",
      "decline",
      "abandon",
    ])
    expect(html).not.toMatch(/<script|<input|553188/i)
  })

  it.each([
    ["pay", "successful"],
    ["ussd", "pending"],
    ["abandon", "cancelled"],
  ])("sends a buyer who presses %s back to the shop as %s", async (button, status) => {
    const back = new URL((await press(await open(), button)).headers.get("location") ?? "")

    expect(`${back.origin}${back.pathname}`).toBe("https://shop.example/paid")
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ cart: "1", status, tx_ref: "ref-1" })
  })

  it("lets a declined buyer try again, and nobody pay twice or through a link that was disabled", async () => {
    const link = await open()
    expect((await press(link, "decline")).headers.get("location")).toBe(new URL(link).pathname)
    expect((await press(link, "pay")).status).toBe(303)
    expect((await press(link, "pay")).status).toBe(410)

    const other = await open({ tx_ref: "ref-2" })
    const disable = () => api("POST", "/payments/link/disable", { link: other })
    expect([(await disable()).status, (await disable()).body.message]).toEqual([
      200,
      "This payment link is currently inactive",
    ])
    expect((await press(other, "pay")).status).toBe(410)
    expect(sandbox.control.transactions().map(({ status }) => status)).toEqual(["failed", "successful"])
  })
})

describe("Events", () => {
  it("carry the hash alone, and tell of failed attempts too, but not of one that is on its way", async () => {
    const link = await open()
    await press(link, "bank_transfer")
    await press(link, "decline")
    sandbox.control.finish("ref-1", "successful")

    const events = await arrived(2)
    await pause(50)

    expect(events.map(({ hash, body }) => [hash, body.event, body.data.status])).toEqual([
      [HASH, "charge.completed", "failed"],
      [HASH, "charge.completed", "successful"],
    ])
  })

  it.each([
    ["drop", 0],
    ["duplicate", 2],
  ] as const)("%s: a payment is told of %s times", async (kind, times) => {
    sandbox.control.fault({ on: "webhook", kind })
    await press(await open(), "pay")

    await arrived(times)
    await pause(50)

    expect(received).toHaveLength(times)
  })

  it("reorder: the event comes after the next one", async () => {
    sandbox.control.fault({ on: "webhook", kind: "reorder" })
    await press(await open(), "pay")
    await press(await open({ tx_ref: "ref-2" }), "pay")

    expect((await arrived(2)).map(({ body }) => body.data.tx_ref)).toEqual(["ref-2", "ref-1"])
  })
})

describe("Every request", () => {
  it.each([
    ["another key", "GET", "/transactions", undefined, 401],
    ["an unknown route", "GET", "/nothing", undefined, 404],
    [
      "a reference that nobody tried to pay",
      "GET",
      "/transactions/verify_by_reference?tx_ref=x",
      undefined,
      400,
    ],
    ["a refund of nothing it knows", "POST", "/transactions/1/refund", {}, 400],
    ["thousandths", "POST", "/payments", order({ amount: "1.005" }), 400],
    ["an amount below zero", "POST", "/payments", order({ amount: -1 }), 400],
    ["no address to go back to", "POST", "/payments", order({ redirect_url: undefined }), 400],
    [
      "a session of more than a day",
      "POST",
      "/payments",
      order({ configurations: { session_duration: 1441 } }),
      400,
    ],
    ["a link of others", "POST", "/payments/link/disable", { link: "https://x.example" }, 400],
  ])("with %s is refused in the gateway's envelope", async (what, method, path, body, status) => {
    const answer = await api(method, path, body, what === "another key" ? "FLWSECK_TEST-x" : SECRET)

    expect([answer.status, answer.body]).toEqual([
      status,
      { status: "error", message: expect.any(String), data: null },
    ])
  })
})
