import { API_KEY_PERMISSIONS, type Permission, permissionsOfVendorRole } from "../../../lib/permissions"

export const API_KEY_PREFIX = "mkv_"

export const API_KEYS_LIMIT = 50

const DAY_MS = 24 * 60 * 60 * 1000
export const API_KEY_DAYS = { usual: 365, most: 730 } as const

export const usualExpiry = (now: Date): Date => new Date(now.getTime() + API_KEY_DAYS.usual * DAY_MS)

export const isExpiryAllowed = (expiresAt: Date, now: Date): boolean =>
  expiresAt > now && expiresAt.getTime() - now.getTime() <= API_KEY_DAYS.most * DAY_MS

/**
 * What a key allows at this moment: what it was made for, as far as its maker's role in the shop still reaches. A
 * maker who was demoted takes the key along.
 */
export function permissionsOfKey(given: readonly string[], makerRole: string): ReadonlySet<Permission> {
  const held = permissionsOfVendorRole(makerRole)

  return new Set(
    API_KEY_PERMISSIONS.filter((permission) => given.includes(permission) && held.has(permission))
  )
}
