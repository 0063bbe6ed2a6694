import { type ShopStatus, WHILE_OPEN } from "../../../lib/route-access"
import { barringState, mayIn } from "../shop-rights"

const shop = (status: ShopStatus) => ({
  status,
  permissions: [
    "products:read",
    "products:write",
    "promotions:write",
    "orders:fulfil",
    "members:write",
  ] as const,
})

describe("what may be done in a shop", () => {
  it.each([
    ["products:write", "pending", true],
    ["products:write", "suspended", false],
    ["promotions:write", "pending", false],
    ["promotions:write", "approved", true],
    ["orders:fulfil", "suspended", true],
    ["orders:fulfil", "pending", false],
    ["products:read", "suspended", true],
    ["products:read", "closed", false],
    ["payouts:request", "approved", false],
  ] as const)("%s while it is %s: %s", (permission, status, may) => {
    expect(mayIn(shop(status), permission)).toBe(may)
  })

  it("is nothing without a shop", () => {
    expect(mayIn(null, "products:read")).toBe(false)
  })

  it("holds in other states where a route says so", () => {
    expect(mayIn(shop("suspended"), "members:write")).toBe(false)
    expect(mayIn(shop("suspended"), "members:write", WHILE_OPEN)).toBe(true)
  })
})

describe("what the state of a shop forbids", () => {
  it("is what its people may do at other times", () => {
    expect(barringState(shop("pending"), "promotions:write")).toBe("pending")
    expect(barringState(shop("approved"), "promotions:write")).toBeNull()
    expect(barringState(shop("pending"), "payouts:request")).toBeNull()
  })
})
