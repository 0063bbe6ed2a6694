import { createHmac } from "node:crypto"
import { PaystackGateway } from "../service"

const SECRET = "sk_test_unit"
const gateway = new PaystackGateway({}, { secret_key: SECRET })

const sign = (body: Buffer, secret = SECRET) => createHmac("sha512", secret).update(body).digest("hex")

const read = (body: string, headers?: Record<string, string | string[]>) => {
  const raw_body = Buffer.from(body)

  return gateway.readWebhook({ raw_body, headers: headers ?? { "x-paystack-signature": sign(raw_body) } })
}

const charge = {
  id: 302961,
  status: "success",
  reference: "mkt-1",
  amount: 125000,
  fees: 1875,
  currency: "NGN",
  channel: "card",
  paid_at: "2026-11-24T10:00:00.000Z",
  metadata: "",
  customer: { email: "ada@example.com", first_name: "Ada" },
  authorization: { authorization_code: "AUTH_x", bin: "408408", last4: "4081" },
}

const body = (data: unknown, event = "charge.success") => JSON.stringify({ event, data })

describe("readWebhook", () => {
  it("keeps the facts of a charge and none of its card, authorisation or person", () => {
    const event = read(body(charge))

    expect(event).toMatchObject({
      type: "charge.success",
      dedupe_key: "charge.success|302961|mkt-1|success",
      reference: "mkt-1",
      payload: { event: "charge.success", data: { id: "302961", amount: "125000", fees: "1875" } },
    })
    expect(JSON.stringify(event)).not.toMatch(/AUTH_x|408408|4081|ada@|Ada/)
  })

  it.each(["", 0, null, { cart: 1 }, "{}"])("reads an event whose metadata is %j", (metadata) => {
    expect(read(body({ ...charge, metadata }))?.reference).toBe("mkt-1")
  })

  it.each([
    ["no header", {}],
    ["an empty header", { "x-paystack-signature": "" }],
    ["two headers", { "x-paystack-signature": ["a", "b"] }],
    ["a short signature", { "x-paystack-signature": "abcd" }],
    ["no hexadecimal", { "x-paystack-signature": "z".repeat(128) }],
    ["another key's signature", { "x-paystack-signature": sign(Buffer.from(body(charge)), "sk_test_other") }],
  ])("refuses %s", (_, headers) => {
    expect(read(body(charge), headers)).toBeNull()
  })

  it("refuses a body that was changed by one byte", () => {
    const headers = { "x-paystack-signature": sign(Buffer.from(body(charge))) }

    expect(read(body({ ...charge, amount: 125001 }), headers)).toBeNull()
  })

  it("reads a refund's amount given as a string and its transaction's reference", () => {
    const refund = {
      id: 7,
      status: "processed",
      transaction_reference: "mkt-1",
      amount: "10000",
      currency: "NGN",
    }

    expect(read(body(refund, "refund.processed"))).toMatchObject({
      dedupe_key: "refund.processed|7|mkt-1|processed",
      reference: "mkt-1",
      payload: { data: { amount: "10000" } },
    })
  })

  it("tells two partial refunds without an id apart, and deliveries of one not", () => {
    const refund = (amount: string) =>
      body({ status: "processed", transaction_reference: "mkt-1", amount }, "refund.processed")

    expect(read(refund("100"))?.dedupe_key).toBe(read(refund("100"))?.dedupe_key)
    expect(read(refund("100"))?.dedupe_key).not.toBe(read(refund("200"))?.dedupe_key)
  })

  it("finds a dispute's transaction", () => {
    const dispute = {
      id: 9,
      status: "awaiting-merchant-feedback",
      transaction: { reference: "mkt-1", id: 4 },
    }

    expect(read(body(dispute, "charge.dispute.create"))).toMatchObject({
      reference: "mkt-1",
      payload: { data: { transaction: { reference: "mkt-1" } } },
    })
  })

  it.each([
    [
      "an array as data",
      body([{ expiry_date: "12/26" }], "subscription.expiring_cards"),
      "subscription.expiring_cards",
    ],
    ["no event name", JSON.stringify({ data: charge }), "unreadable"],
    ["no JSON", "not json", "unreadable"],
  ])("keeps an authentic body with %s as an event", (_, text, type) => {
    expect(read(text)).toMatchObject({ type, reference: null })
  })

  it("does not round an id beyond 2^53", () => {
    const text = body({ ...charge, id: "ID" }).replace('"ID"', "18446744073709551615")

    expect(read(text)?.dedupe_key).toBe("charge.success|18446744073709551615|mkt-1|success")
  })
})
