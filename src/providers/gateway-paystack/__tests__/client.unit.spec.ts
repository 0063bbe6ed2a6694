import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { z } from "@medusajs/framework/zod"
import { PaystackClient } from "../client"
import { PaystackOptions } from "../options"
import { PaystackGateway } from "../service"

type Seen = { method: string; url: string; authorization: string | undefined; body: string }
type Handler = (req: IncomingMessage, res: ServerResponse) => void

const SECRET = "sk_test_unit"
const Anything = z.unknown()

let server: Server
let base_url: string
let seen: Seen[]
let answers: Handler[]

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Handler =>
  (_, res) => {
    res.writeHead(status, { "content-type": "application/json", ...headers })
    res.end(typeof body === "string" ? body : JSON.stringify(body))
  }
const ok = (data: unknown) => json(200, { status: true, message: "ok", data })
const silence: Handler = () => undefined

beforeAll(async () => {
  server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on("data", (chunk) => chunks.push(chunk))
    req.on("end", () => {
      seen.push({
        method: req.method ?? "",
        url: req.url ?? "",
        authorization: req.headers.authorization,
        body: Buffer.concat(chunks).toString(),
      })
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      answer?.(req, res)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  base_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

beforeEach(() => {
  seen = []
  answers = []
})

const options = (over: Record<string, unknown> = {}) => ({
  secret_key: SECRET,
  base_url,
  read_timeout_ms: 600,
  write_timeout_ms: 600,
  ...over,
})
const client = (over: Record<string, unknown> = {}, logger?: { info: (line: string) => void }) =>
  new PaystackClient(PaystackOptions.parse(options(over)), logger as never)
const gateway = () => new PaystackGateway({}, options())

describe("PaystackClient", () => {
  it("sends the key and the body, and answers the data", async () => {
    answers = [ok({ id: 1 })]

    expect(await client().post("/refund", { amount: 1 }, Anything)).toEqual({ id: 1 })
    expect(seen).toEqual([
      { method: "POST", url: "/refund", authorization: `Bearer ${SECRET}`, body: '{"amount":1}' },
    ])
  })

  it.each([
    ["a failure", json(503, "<html>")],
    ["a rate limit", json(429, { status: false, message: "slow" }, { "retry-after": "0" })],
    ["a time-out", silence],
  ])("repeats a read after %s", async (_, trouble) => {
    answers = [trouble, trouble, ok(7)]

    expect(await client().get("/balance", Anything)).toBe(7)
    expect(seen).toHaveLength(3)
  })

  it("gives a read up after three attempts, and after one if retries are off", async () => {
    answers = [json(500, "")]

    await expect(client().get("/balance", Anything)).rejects.toMatchObject({
      name: "GatewayUnavailableError",
    })
    expect(seen).toHaveLength(3)
    await expect(client({ disable_retries: true }).get("/balance", Anything)).rejects.toThrow(
      "Paystack failed"
    )
    expect(seen).toHaveLength(4)
  })

  it("does not wait for a rate limit that asks for minutes", async () => {
    answers = [json(429, "", { "retry-after": "120" })]

    await expect(client().get("/balance", Anything)).rejects.toThrow("limits the rate")
    expect(seen).toHaveLength(1)
  })

  it.each([
    ["a failure", json(500, { status: false, message: "no" }), "unknown"],
    ["a time-out", silence, "unknown"],
    ["an answer that is no JSON", json(200, "<html>"), "unknown"],
    ["a proxy's refusal without Paystack's envelope", json(413, "<html>"), "unknown"],
    ["a rate limit", json(429, ""), "none"],
    ["a wrong key", json(401, { status: false, message: "Invalid key" }), "none"],
  ])("never repeats a write after %s", async (_, trouble, effect) => {
    answers = [trouble]

    await expect(client().post("/refund", {}, Anything)).rejects.toMatchObject({
      name: "GatewayUnavailableError",
      effect,
    })
    expect(seen).toHaveLength(1)
  })

  it("knows that nothing happened where nobody listens", async () => {
    const closed = createServer().listen(0, "127.0.0.1")
    await new Promise((resolve) => closed.once("listening", resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const nobody = client({ base_url: `http://127.0.0.1:${port}` })

    await expect(nobody.post("/refund", {}, Anything)).rejects.toMatchObject({ effect: "none" })
  })

  it("passes Paystack's own refusal on, with its code", async () => {
    answers = [
      json(400, { status: false, message: "Duplicate Transaction Reference", code: "duplicate_reference" }),
    ]

    await expect(client().post("/transaction/initialize", {}, Anything)).rejects.toMatchObject({
      name: "GatewayRefusedError",
      message: "Duplicate Transaction Reference",
      gateway_code: "duplicate_reference",
    })
  })

  it("never follows a redirect, which would hand the key on", async () => {
    answers = [json(302, "", { location: `${base_url}/elsewhere` })]

    await expect(client().post("/refund", {}, Anything)).rejects.toThrow("did not answer")
    expect(seen).toHaveLength(1)
  })

  it("logs neither key nor body nor query", async () => {
    const lines: string[] = []
    answers = [ok({ secret_answer: 1 })]

    await client({ debug: true }, { info: (line) => lines.push(line) }).get("/refund?from=ada", Anything)

    expect(lines).toEqual([expect.stringMatching(/^Paystack GET \/refund: 200, \d+ ms$/)])
  })
})

describe("PaystackGateway", () => {
  const transaction = (over: Record<string, unknown> = {}) => ({
    id: 1,
    status: "success",
    reference: "mkt-1",
    amount: 125000,
    currency: "NGN",
    fees: 1875,
    channel: "card",
    paid_at: "2026-11-24T10:00:00.000Z",
    metadata: 0,
    ...over,
  })

  it.each([
    ["success", "success", 125000n],
    ["reversed", "reversed", 125000n],
    ["failed", "failed", 0n],
    ["abandoned", "abandoned", 0n],
    ["ongoing", "pending", 0n],
    ["queued", "pending", 0n],
    ["something new", "pending", 0n],
  ])("reads a transaction that is %s", async (status, state, amount_minor) => {
    answers = [ok(transaction({ status }))]

    expect(await gateway().verify("mkt-1")).toMatchObject({ state, amount_minor, currency_code: "ngn" })
  })

  it.each([
    json(404, { status: false, message: "Transaction reference not found" }),
    json(400, { status: false, message: "Transaction reference not found", code: "transaction_not_found" }),
  ])("says so when Paystack does not know the reference (%#)", async (answer) => {
    answers = [answer]

    expect((await gateway().verify("mkt-1")).state).toBe("unknown_reference")
  })

  it.each([
    ["another transaction", ok(transaction({ reference: "mkt-2" }))],
    ["an amount that does not divide", ok(transaction({ currency: "XOF", amount: 150 }))],
    ["a refusal of another kind", json(400, { status: false, message: "Bad things" })],
  ])("concludes nothing from %s", async (_, answer) => {
    answers = [answer]

    await expect(gateway().verify("mkt-1")).rejects.toMatchObject({ name: "GatewayUnavailableError" })
  })

  it("counts francs in hundredths, both ways", async () => {
    answers = [ok({ authorization_url: "https://pay.example", access_code: "a", reference: "mkt-1" })]
    await gateway().open({ reference: "mkt-1", amount_minor: 1250n, currency_code: "xof", email: "a@b.co" })
    answers = [ok(transaction({ currency: "XOF", amount: 125000, fees: 1950 }))]

    expect(JSON.parse(seen[0]!.body)).toMatchObject({ amount: 125000, currency: "XOF" })
    expect(await gateway().verify("mkt-1")).toMatchObject({ amount_minor: 1250n, fee_minor: 20n })
  })

  it("finds a refund on a later page by its whole key", async () => {
    const refund = (id: number, merchant_note: string, transaction_reference = "mkt-1") => ({
      id,
      status: "processed",
      amount: 100,
      merchant_note,
      transaction_reference,
    })
    answers = [
      ok([refund(1, "merkato:ref_12"), refund(2, "merkato:ref_1", "mkt-2")]),
      ok([refund(3, "goodwill merkato:ref_1")]),
    ]
    const found = await gateway().findRefund({
      reference: "mkt-1",
      gateway_id: null,
      currency_code: "ngn",
      key: "ref_1",
      posted_at: new Date("2026-11-24T10:00:00Z"),
      gateway_refund_id: null,
    })

    expect(found).toEqual({ gateway_refund_id: "3", amount_minor: 100n, state: "processed" })
    expect(seen.map(({ url }) => new URL(url, base_url).searchParams.get("page"))).toEqual(["1", "2"])
  })

  it("says at boot which option is missing", () => {
    expect(() => PaystackGateway.validateOptions({ base_url: "nowhere" })).toThrow(
      /secret_key[\s\S]*base_url/
    )
  })
})
