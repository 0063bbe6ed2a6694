import fc from "fast-check"
import { orderAccess } from "../order-access"
import { isLinkValid, signLink } from "../signed-link"

const SECRET = "a secret of thirty-two characters or more"
const NOW = new Date("2026-11-24T12:00:00Z")
const LATER = new Date("2026-12-24T12:00:00Z")
const order = (id: string) => ({ purpose: "order" as const, id })

describe("a signed link", () => {
  it("opens its order until it ends, and no other, and not by another secret", () => {
    const token = signLink(SECRET, order("order_1"), LATER)

    expect(isLinkValid(SECRET, order("order_1"), token, NOW)).toBe(true)
    expect(isLinkValid(SECRET, order("order_1"), token, LATER)).toBe(false)
    expect(isLinkValid(SECRET, order("order_2"), token, NOW)).toBe(false)
    expect(isLinkValid(`${SECRET}!`, order("order_1"), token, NOW)).toBe(false)
  })

  it("is spoilt by any change of it, a later end among them", () => {
    const token = signLink(SECRET, order("order_1"), LATER)
    const [expiry, signature] = token.split(".") as [string, string]
    const longer = (Number.parseInt(expiry, 36) + 1).toString(36)

    expect(isLinkValid(SECRET, order("order_1"), `${longer}.${signature}`, NOW)).toBe(false)
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(..."0a_Z.-"), (at, character) => {
        const changed = token.slice(0, at) + character + token.slice(at + 1)
        // The last character of base64 carries two bits that say nothing.
        fc.pre(changed !== token && at < token.length - 1)
        expect(isLinkValid(SECRET, order("order_1"), changed, NOW)).toBe(false)
      })
    )
  })

  it.each([undefined, null, 1, "", ".", {}, ["a"], "x".repeat(10_000)])("is not %j", (token) => {
    expect(isLinkValid(SECRET, order("order_1"), token, NOW)).toBe(false)
  })
})

describe("access to an order", () => {
  const facts = {
    order: { customer_id: "cus_1", placed_at: new Date("2026-11-23T12:00:01Z") },
    customer_id: null,
    has_link: false,
    open_hours: 24,
  }

  it("is its buyer's and its link's for ever, and everybody's for the hours that are set", () => {
    const closed = { ...facts, open_hours: 0 }

    expect(orderAccess({ ...closed, customer_id: "cus_1" }, LATER)).toBe("buyer")
    expect(orderAccess({ ...closed, has_link: true }, LATER)).toBe("link")
    expect(orderAccess(facts, NOW)).toBe("open")
    expect(orderAccess(facts, new Date("2026-11-24T12:00:01Z"))).toBeNull()
    expect(orderAccess(closed, facts.order.placed_at)).toBeNull()
    expect(orderAccess({ ...closed, customer_id: "cus_2" }, NOW)).toBeNull()
    expect(orderAccess({ ...closed, order: { ...facts.order, customer_id: null } }, NOW)).toBeNull()
  })
})
