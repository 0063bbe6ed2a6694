import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Permission } from "../../../lib/permissions"
import * as access from "../../../lib/route-access"
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

describe("the states of a shop in which its routes hold", () => {
  const API = join(__dirname, "../../../api/vendor")
  const STATES: ShopStatus[] = ["pending", "approved", "suspended", "rejected", "closed"]
  const RULE = /vendor\("([a-z:-]+)"(?:, \{[^}]*?while: (WHILE_[A-Z]+|\[[^\]]*\]))?/g
  const states = access as unknown as Record<string, readonly ShopStatus[]>

  it("are those that the dashboard goes by, but for what pages say themselves", () => {
    const rules = readdirSync(API, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith("route.ts"))
      .flatMap((path) => [...readFileSync(join(API, path), "utf8").matchAll(RULE)])
    const others = rules.flatMap(([, permission, name]) => {
      const usual = permission?.endsWith(":read") ? "WHILE_OPEN" : "WHILE_SELLING"
      const held = states[name ?? usual] ?? STATES.filter((status) => name?.includes(`"${status}"`))
      const shown = STATES.filter((status) =>
        mayIn({ status, permissions: [permission as Permission] }, permission as Permission)
      )

      return shown.join() === held.join() ? [] : [`${permission} ${name ?? usual}`]
    })

    expect(rules.length).toBeGreaterThan(50)
    // Taking access away holds in every open state, as those pages say; a shop that is not approved yet may ask again.
    expect([...new Set(others)].toSorted()).toEqual([
      "api-keys:write WHILE_OPEN",
      "members:write WHILE_OPEN",
      'shop:write ["rejected", "pending"]',
    ])
  })
})
