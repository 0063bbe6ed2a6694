import {
  API_KEY_PERMISSIONS,
  PERMISSIONS,
  permissionsOfVendorRole,
  VENDOR_ROLES,
} from "../../../../lib/permissions"
import { isExpiryAllowed, permissionsOfKey, usualExpiry } from "../api-key"

const NOW = new Date("2026-11-25T12:00:00Z")
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

describe("what a key allows", () => {
  it.each(VENDOR_ROLES)("is never more than a maker who is %s may do, nor what needs a person", (role) => {
    const allowed = permissionsOfKey(PERMISSIONS, role)

    expect([...allowed].every((permission) => permissionsOfVendorRole(role).has(permission))).toBe(true)
    for (const personal of [
      "members:write",
      "api-keys:write",
      "bank-accounts:write",
      "payouts:request",
    ] as const) {
      expect(allowed.has(personal)).toBe(false)
      expect(API_KEY_PERMISSIONS).not.toContain(personal)
    }
  })

  it("is what it was made for, and nothing when its maker is nobody any more", () => {
    expect([...permissionsOfKey(["orders:read", "vendors:write", "nonsense"], "owner")]).toEqual([
      "orders:read",
    ])
    expect(permissionsOfKey(["orders:read"], "").size).toBe(0)
    expect(permissionsOfKey(["products:write"], "fulfilment").size).toBe(0)
  })

  it("ends within two years, after one unless somebody says otherwise", () => {
    expect(usualExpiry(NOW)).toEqual(inDays(365))
    expect(isExpiryAllowed(NOW, NOW)).toBe(false)
    expect(isExpiryAllowed(inDays(730), NOW)).toBe(true)
    expect(isExpiryAllowed(new Date(inDays(730).getTime() + 1), NOW)).toBe(false)
  })
})
