import type { Permission } from "../../lib/permissions"
import {
  type AccessRule,
  anyone,
  closed,
  type HttpMethod,
  member,
  shell,
  staff,
} from "../../lib/route-access"

/** `null` lets every member of staff read: what each page of the dashboard needs to draw itself. */
type Pair = { read: Permission | null; write: Permission }

const pair = (read: Permission | null, write: Permission): Pair => ({ read, write })

const CATALOGUE = pair("products:read", "catalogue:write")
const PLATFORM = pair(null, "settings:write")
const PRODUCTS = pair("products:read", "products:write")
const ORDERS = pair("orders:read", "orders:write")
const SHIPPING = pair("shipping:read", "shipping:write")
const INVENTORY = pair("inventory:read", "inventory:write")
const RETURNS = pair("returns:read", "returns:write")
const OWNER = pair("platform:own", "platform:own")

/** Core's routes under `/admin/<resource>`: who may read and who may change. What is not here is the owner's alone. */
export const CORE_RESOURCES: Record<string, Pair> = {
  campaigns: pair("promotions:read", "promotions:write"),
  claims: RETURNS,
  collections: CATALOGUE,
  currencies: PLATFORM,
  // Who is in a group decides whose prices and promotions hold for them.
  "customer-groups": pair("customers:read", "promotions:write"),
  customers: pair("customers:read", "customers:write"),
  "draft-orders": ORDERS,
  exchanges: RETURNS,
  "fulfillment-providers": SHIPPING,
  "fulfillment-sets": SHIPPING,
  fulfillments: pair("orders:read", "orders:fulfil"),
  "inventory-items": INVENTORY,
  locales: PLATFORM,
  "order-changes": ORDERS,
  "order-edits": ORDERS,
  orders: ORDERS,
  "payment-collections": pair("orders:read", "refunds:create"),
  payments: pair("orders:read", "refunds:create"),
  plugins: PLATFORM,
  "price-lists": pair("pricing:read", "pricing:write"),
  // Whether prices contain the tax, for whole regions and currencies at once.
  "price-preferences": pair("pricing:read", "settings:write"),
  "product-categories": CATALOGUE,
  "product-options": PRODUCTS,
  "product-tags": CATALOGUE,
  "product-types": CATALOGUE,
  "product-variants": PRODUCTS,
  products: PRODUCTS,
  promotions: pair("promotions:read", "promotions:write"),
  "property-labels": PLATFORM,
  "refund-reasons": PLATFORM,
  regions: PLATFORM,
  reservations: INVENTORY,
  "return-reasons": PLATFORM,
  returns: RETURNS,
  "sales-channels": PLATFORM,
  // One search over all kinds of records: for those who may read all of them.
  search: pair("settings:read", "platform:own"),
  "search-indexes": OWNER,
  "shipping-option-types": pair(null, "shipping:write"),
  "shipping-options": SHIPPING,
  "shipping-profiles": SHIPPING,
  "stock-locations": INVENTORY,
  stores: PLATFORM,
  "tax-providers": PLATFORM,
  "tax-rates": PLATFORM,
  "tax-regions": PLATFORM,
  translations: pair(null, "catalogue:write"),
  uploads: PRODUCTS,
  users: pair("staff:read", "staff:write"),
  views: pair(null, "settings:write"),
  "workflows-executions": OWNER,
}

const KEY_CHANGE = staff("platform:own", { step_up: true })

/** Routes of core's that differ from their resource; `*` stands for the rest of the path. */
export const CORE_EXCEPTIONS: Record<string, AccessRule> = {
  "POST /admin/customers/:id/customer-groups": staff("promotions:write"),
  "GET /admin/api-keys": staff("settings:read"),
  "GET /admin/api-keys/:id": staff("settings:read"),
  "POST /admin/api-keys": KEY_CHANGE,
  "POST /admin/api-keys/:id": KEY_CHANGE,
  "POST /admin/api-keys/:id/revoke": KEY_CHANGE,
  "POST /admin/api-keys/:id/sales-channels": KEY_CHANGE,
  "DELETE /admin/api-keys/:id": KEY_CHANGE,
  // The dashboard asks before anybody has signed in.
  "GET /admin/feature-flags": anyone(),
  "GET /admin/layouts/:zone/configuration": shell(),
  "GET /admin/layouts/configurations": shell(),
  // Also sets the layout of all users.
  "POST /admin/layouts/:zone/configuration": staff("settings:write"),
  "DELETE /admin/layouts/:zone/configuration": staff("settings:write"),
  // Narrowed to the dashboard's own feed (`only-feed.ts`): e-mails and messages hold links and codes.
  "GET /admin/notifications": shell(),
  "GET /admin/notifications/:id": closed(),
  "GET /admin/plugins": shell(),
  "GET /admin/stores": shell(),
  "GET /admin/users/me": shell({ api_key: false }),
  // Staff leave through /admin/staff, which keeps the last owner and ends the sessions.
  "DELETE /admin/users/:id": closed(),
  // Answers with the token itself: whoever may call it could take over any account.
  "POST /admin/users/:id/reset-password": closed(),
  "GET /admin/users/:id/roles": closed(),
  "POST /admin/users/:id/roles": closed(),
  "DELETE /admin/users/:id/roles": closed(),
  "DELETE /admin/users/:id/roles/:role_id": closed(),
  // Lists records of any kind that is named, whatever the role may read of it.
  "GET /admin/translations/entities": staff("catalogue:write"),
  "POST /admin/stock-locations/:id/fulfillment-providers": staff("shipping:write"),
  "POST /admin/stock-locations/:id/fulfillment-sets": staff("shipping:write"),
  "POST /admin/orders/:id/cancel": staff("orders:cancel"),
  "POST /admin/orders/:id/credit-lines": staff("refunds:create"),
  "POST /admin/orders/:id/fulfillments": staff("orders:fulfil"),
  "POST /admin/orders/:id/fulfillments/:fulfillment_id/cancel": staff("orders:fulfil"),
  "POST /admin/orders/:id/fulfillments/:fulfillment_id/mark-as-delivered": staff("orders:fulfil"),
  "POST /admin/orders/:id/fulfillments/:fulfillment_id/shipments": staff("orders:fulfil"),
}

/**
 * Nobody may call these: invitations are Merkato's (core's answer with their token), roles are not Medusa's, and
 * `index` never answers while Medusa's index engine is off.
 */
export const CORE_CLOSED = ["index", "invites", "rbac"]

/** The rule of a route of core's under `/admin`; null for one that this table does not know. */
export function coreAdminRule(method: HttpMethod, path: string): AccessRule | null {
  const [, surface, resource] = path.split("/")
  if (surface !== "admin" || !resource) {
    return null
  }
  if (CORE_CLOSED.includes(resource)) {
    return closed()
  }
  const exception = CORE_EXCEPTIONS[`${method} ${path}`]
  const known = CORE_RESOURCES[resource]
  if (exception || !known) {
    return exception ?? null
  }
  if (method !== "GET") {
    return staff(known.write)
  }

  return known.read ? staff(known.read) : member()
}
