import { evidenceText } from "../evidence-pack"

const facts = {
  reference: "mkt-1",
  order_number: "42",
  placed_at: new Date("2026-11-01T09:00:00Z"),
  amount: "800 NGN",
  shops: [
    {
      name: "Ada",
      number: "42-1",
      items: [{ title: "Phone", quantity: "1", total: "800 NGN" }],
      parcels: [
        {
          shipped_at: new Date("2026-11-02T09:00:00Z"),
          delivered_at: new Date("2026-11-03T10:30:00Z"),
          tracking: [{ number: "GIG-7", carrier: "GIG", url: null }],
        },
      ],
    },
    { name: "Bayo", number: "42-2", items: [], parcels: [] },
  ],
  delivery_address: "1 Marina, Lagos",
  refunds: [{ amount: "50 NGN", made_at: new Date("2026-11-05T10:00:00Z") }],
  messages: [{ author: "buyer", text: "Where is it?", at: new Date("2026-11-06T10:00:00Z") }],
  files: [{ filename: "signed.pdf", note: "the buyer's signature" }],
}

it("tells delivery, tracking, refunds and messages", () => {
  expect(evidenceText(facts)).toBe(
    [
      "Payment mkt-1, order 42 of 2026-11-01 09:00 UTC; disputed: 800 NGN.",
      "Delivery address: 1 Marina, Lagos.",
      "Sold by Ada (42-1):",
      "- 1 x Phone, 800 NGN",
      "- Parcel GIG GIG-7: sent 2026-11-02 09:00 UTC, delivered 2026-11-03 10:30 UTC.",
      "Sold by Bayo (42-2):",
      "- Not sent.",
      "Given back already:",
      "- 50 NGN on 2026-11-05 10:00 UTC",
      "Files:",
      "- signed.pdf: the buyer's signature",
      "Messages:",
      "- 2026-11-06 10:00 UTC, buyer: Where is it?",
    ].join("\n")
  )
})

it("keeps what was delivered when messages are too many", () => {
  const message = { author: "buyer", text: "x".repeat(9000), at: new Date(0) }
  const text = evidenceText({ ...facts, messages: [message, message, message] })
  expect(text).toHaveLength(20_000)
  expect(text).toContain("delivered 2026-11-03 10:30 UTC")
})
