import { differencesOf, isMoment, toldBy } from "../entry"

const isVerb = (name: string) => ["approve", "cancel"].includes(name)

describe("what a line of the audit log tells", () => {
  it.each([
    ["payout.approve", { kind: "change", name: "payout.approve" }],
    ["POST /admin/payouts/:id/approve", request("payouts", null, "approve")],
    ["POST /admin/payouts/write-offs/:id/approve", request("payouts", "write-offs", "approve")],
    ["POST /admin/vendors/:id/requirements/:key/waive", request("vendors", "waive", "create")],
    ["POST /vendor/products", request("products", null, "create")],
    ["POST /vendor/products/:id", request("products", null, "change")],
    ["DELETE /vendor/products/:id/variants/:variant_id", request("products", "variants", "remove")],
    ["POST /vendor/products/:id/variants/:variant_id", request("products", "variants", "change")],
    ["GET /vendor/orders/:id", request("orders", null, "read")],
    ["POST /something", { kind: "change", name: "POST /something" }],
  ])("%s", (action, told) => {
    expect(toldBy(action, isVerb)).toEqual(told)
  })
})

function request(about: string, part: string | null, verb: string) {
  return { kind: "request", about, part, verb }
}

describe("what has changed", () => {
  it("leaves out what stayed, and goes into what is nested", () => {
    const before = { status: "pending", terms: { days: 7, kinds: ["a", "b"] }, note: "" }
    const after = { status: "approved", terms: { days: 7, kinds: ["a"] }, note: null }
    expect(differencesOf(before, after)).toEqual([
      { name: "status", before: "pending", after: "approved" },
      { name: "terms.kinds", before: "a, b", after: "a" },
    ])
  })

  it("tells of a change of which only one side is written", () => {
    expect(differencesOf(null, { items: [{ currency_code: "ngn", amount: "5" }] })).toEqual([
      { name: "items", before: null, after: "ngn 5" },
    ])
    expect(differencesOf({ role: "owner" }, null)).toEqual([{ name: "role", before: "owner", after: null }])
    expect(differencesOf(null, null)).toEqual([])
  })

  it("knows a moment when it sees one", () => {
    expect(isMoment("2026-11-29T01:00:00.000Z")).toBe(true)
    expect(isMoment("2026-11")).toBe(false)
  })
})
