import { API_KEY_PERMISSIONS, permissionsOfVendorRole } from "../../../../../lib/permissions"
import { en } from "../../../../texts/en"
import { type ApiKey, byArea, endOf, grantable, stateOf } from "../api-key"

const NOW = Date.parse("2026-11-29T12:00:00Z")

describe("keys of a shop in the dashboard", () => {
  it("offers an owner everything that a key can be made for, and others no more than they hold", () => {
    expect(grantable([...permissionsOfVendorRole("owner")])).toEqual(API_KEY_PERMISSIONS)
    expect(grantable(["orders:read", "payouts:request", "members:write"])).toEqual(["orders:read"])
  })

  it("puts permissions of one area under one head, seeing first", () => {
    expect(byArea(["orders:fulfil", "orders:read", "shop:read"])).toEqual([
      {
        area: "orders",
        permissions: [
          { verb: "read", permission: "orders:read" },
          { verb: "fulfil", permission: "orders:fulfil" },
        ],
      },
      { area: "shop", permissions: [{ verb: "read", permission: "shop:read" }] },
    ])
  })

  it("has a name for every area and verb that can be chosen", () => {
    for (const { area, permissions } of byArea(API_KEY_PERMISSIONS)) {
      expect(en.api_keys.areas).toHaveProperty(area)
      for (const { verb } of permissions) {
        expect(en.api_keys.verbs).toHaveProperty(verb)
      }
    }
  })

  it.each([
    ["active", null, "2026-12-01T00:00:00Z"],
    ["active", null, null],
    ["expired", null, "2026-11-29T12:00:00Z"],
    ["revoked", "2026-11-28T00:00:00Z", "2026-11-01T00:00:00Z"],
  ])("is %s when revoked at %s and ending at %s", (state, revoked_at, expires_at) => {
    expect(stateOf({ revoked_at, expires_at } as ApiKey, NOW)).toBe(state)
  })

  it("ends in time for the server, also by a clock that is ahead", () => {
    const TWO_YEARS_MS = 730 * 86_400_000
    expect(Date.parse(endOf("730", NOW)) - NOW).toBeLessThan(TWO_YEARS_MS)
    expect(Date.parse(endOf("30", NOW)) - NOW).toBeGreaterThan(29 * 86_400_000)
  })
})
