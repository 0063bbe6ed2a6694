import type { Permission } from "../../lib/permissions"
import {
  type ShopStatus,
  WHILE_OPEN,
  WHILE_PREPARING,
  WHILE_SELLING,
  WHILE_SERVING,
} from "../../lib/route-access"

/** As the routes have it that ask for the permission; everything else is written only while the shop sells. */
const WRITTEN_WHILE: Partial<Record<Permission, readonly ShopStatus[]>> = {
  "api-keys:write": WHILE_PREPARING,
  "bank-accounts:write": WHILE_PREPARING,
  "members:write": WHILE_PREPARING,
  "onboarding:write": WHILE_PREPARING,
  "pricing:write": WHILE_PREPARING,
  "products:write": WHILE_PREPARING,
  "shop:write": WHILE_PREPARING,
  "disputes:write": WHILE_SERVING,
  "orders:cancel": WHILE_SERVING,
  "orders:fulfil": WHILE_SERVING,
  "refunds:create": WHILE_SERVING,
  "returns:write": WHILE_SERVING,
}

const usualStates = (permission: Permission): readonly ShopStatus[] =>
  permission.endsWith(":read") ? WHILE_OPEN : (WRITTEN_WHILE[permission] ?? WHILE_SELLING)

type Shop = { status: ShopStatus; permissions: readonly Permission[] }

/** Whether the role allows something and the shop is in a state in which it holds. */
export const mayIn = (
  shop: Shop | null,
  permission: Permission,
  states: readonly ShopStatus[] = usualStates(permission)
): boolean => Boolean(shop?.permissions.includes(permission) && states.includes(shop.status))

/** The state that alone forbids what the role allows; null where it does not. */
export const barringState = (shop: Shop | null, permission: Permission): ShopStatus | null =>
  shop?.permissions.includes(permission) && !mayIn(shop, permission) ? shop.status : null
