import { FlutterwaveGateway } from "../service"

const HASH = "a-hash-only-the-dashboard-knows"
const gateway = new FlutterwaveGateway(
  {},
  { secret_key: "FLWSECK_TEST-unit", webhook_hash: HASH, redirect_url: "https://shop.example/paid" }
)

const read = (body: string, headers: Record<string, string | string[]> = { "verif-hash": HASH }) =>
  gateway.readWebhook({ raw_body: Buffer.from(body), headers })

const charge = {
  id: 288200108,
  tx_ref: "mkt-1",
  flw_ref: "FLW-1",
  device_fingerprint: "fingerprint-x",
  amount: 4350.35,
  currency: "NGN",
  charged_amount: 4411.26,
  app_fee: 60.91,
  status: "successful",
  payment_type: "card",
  ip: "41.1.2.3",
  created_at: "2026-11-24T10:00:00.000Z",
  customer: { email: "ada@example.com", name: "Ada", phone_number: "0801" },
  card: { first_6digits: "553188", last_4digits: "2950", token: "flw-t1nf-secret", expiry: "09/32" },
  meta: { note: "of the shop" },
}

const body = (data: unknown, event: unknown = "charge.completed") => JSON.stringify({ event, data })

describe("readWebhook", () => {
  it("keeps the facts of a charge, digit for digit, and nothing of card, token or person", () => {
    const event = read(body(charge))

    expect(event).toMatchObject({
      type: "charge.completed",
      reference: "mkt-1",
      payload: {
        event: "charge.completed",
        data: {
          id: "288200108",
          tx_ref: "mkt-1",
          status: "successful",
          amount: "4350.35",
          charged_amount: "4411.26",
          app_fee: "60.91",
          currency: "NGN",
          payment_type: "card",
          created_at: "2026-11-24T10:00:00.000Z",
        },
      },
    })
    expect(JSON.stringify(event)).not.toMatch(
      /flw-t1nf|553188|2950|ada@|Ada|0801|41\.1|fingerprint|of the shop/
    )
  })

  it.each([
    ["no header", {}],
    ["an empty header", { "verif-hash": "" }],
    ["two headers", { "verif-hash": [HASH, HASH] }],
    ["another hash", { "verif-hash": `${HASH.slice(0, -1)}x` }],
    ["the beginning of the hash", { "verif-hash": HASH.slice(0, 8) }],
    ["more than the hash", { "verif-hash": `${HASH}x` }],
    ["the hash under Paystack's header", { "x-paystack-signature": HASH }],
  ])("refuses %s", (_, headers) => {
    expect(read(body(charge), headers)).toBeNull()
  })

  it("gives deliveries of the same event one key, and a forged one another that takes the true one's place nowhere", () => {
    const forged = read(body({ ...charge, amount: 1 }))

    expect(read(body(charge))?.dedupe_key).toBe(read(body(charge))?.dedupe_key)
    expect(forged?.dedupe_key).not.toBe(read(body(charge))?.dedupe_key)
  })

  it("tells attempts of one reference apart: the one that failed and the one that came after", () => {
    const failed = read(body({ ...charge, id: 1, status: "failed" }))

    expect(failed).toMatchObject({ type: "charge.completed", reference: "mkt-1" })
    expect(failed?.dedupe_key).not.toBe(read(body(charge))?.dedupe_key)
  })

  it("finds a transfer by its own reference", () => {
    const transfer = { id: 9, reference: "payout-1", status: "SUCCESSFUL", account_number: "0690000031" }

    const event = read(body(transfer, "transfer.completed"))

    expect(event).toMatchObject({ type: "transfer.completed", reference: "payout-1" })
    expect(JSON.stringify(event)).not.toContain("0690000031")
  })

  it("does not round an id beyond 2^53", () => {
    const text = body({ ...charge, id: "ID" }).replace('"ID"', "18446744073709551615")

    expect(read(text)?.payload).toMatchObject({ data: { id: "18446744073709551615" } })
  })

  it.each([
    ["no JSON", "not json", "unreadable"],
    ["no event name", JSON.stringify({ data: charge }), "unreadable"],
    ["an event name that is no text", body(charge, { a: 1 }), "unreadable"],
    ["an array as data", body([charge]), "charge.completed"],
    ["fields of other types", body({ tx_ref: { a: 1 }, amount: [1] }), "charge.completed"],
  ])("keeps a body with %s as an event that leads nowhere", (_, text, type) => {
    expect(read(text)).toMatchObject({ type, reference: null })
  })
})
