/**
 * Everything that somebody can be allowed to do, in one list. A permission means the same on both surfaces: to staff
 * it opens all shops' records, to a member of a shop those of the bound shop alone.
 */
export const PERMISSIONS = [
  "api-keys:read",
  "api-keys:write",
  "audit:read",
  "bank-accounts:read",
  "bank-accounts:write",
  "catalogue:write",
  "commission:read",
  "commission:write",
  "customers:read",
  "customers:write",
  "disputes:read",
  "disputes:rule",
  "disputes:write",
  "impersonation:start",
  "inventory:read",
  "inventory:write",
  "ledger:read",
  "ledger:write",
  "members:read",
  "members:write",
  "onboarding:read",
  "onboarding:write",
  "orders:cancel",
  "orders:fulfil",
  "orders:read",
  "orders:write",
  "payouts:approve",
  "payouts:read",
  "payouts:request",
  "platform:own",
  "pricing:read",
  "pricing:write",
  "products:approve",
  "products:read",
  "products:write",
  "promotions:read",
  "promotions:write",
  "refunds:create",
  "reports:read",
  "returns:read",
  "returns:write",
  "reviews:moderate",
  "reviews:read",
  "reviews:reply",
  "settings:read",
  "settings:write",
  "shipping:read",
  "shipping:write",
  "shop:read",
  "shop:write",
  "staff:read",
  "staff:write",
  "vendors:read",
  "vendors:review",
  "vendors:write",
] as const

export type Permission = (typeof PERMISSIONS)[number]

/** Those that only staff can hold; the rest may also be given to people of a shop. */
const STAFF_ONLY = [
  "audit:read",
  "catalogue:write",
  "commission:read",
  "commission:write",
  "customers:write",
  "disputes:rule",
  "impersonation:start",
  "ledger:read",
  "ledger:write",
  "orders:write",
  "payouts:approve",
  "platform:own",
  "products:approve",
  "reviews:moderate",
  "settings:read",
  "settings:write",
  "staff:read",
  "staff:write",
  "vendors:read",
  "vendors:review",
  "vendors:write",
] as const satisfies Permission[]

export const VENDOR_PERMISSIONS: Permission[] = PERMISSIONS.filter(
  (permission) => !(STAFF_ONLY as readonly Permission[]).includes(permission)
)

/** These need a person with a second factor, whatever the maker of an API key may do. */
const PEOPLE_ONLY: readonly Permission[] = [
  "api-keys:read",
  "api-keys:write",
  "bank-accounts:write",
  "members:write",
  "payouts:request",
]

/** What an API key of a shop can be made for. */
export const API_KEY_PERMISSIONS: Permission[] = VENDOR_PERMISSIONS.filter(
  (permission) => !PEOPLE_ONLY.includes(permission)
)

export const VENDOR_ROLES = ["owner", "manager", "fulfilment", "catalogue", "finance", "support"] as const

export type VendorRole = (typeof VENDOR_ROLES)[number]

export const STAFF_ROLES = ["owner", "operations", "finance", "support", "catalogue", "read-only"] as const

export type StaffRole = (typeof STAFF_ROLES)[number]

const NOT_FOR_MANAGERS: Permission[] = ["api-keys:write", "bank-accounts:write", "members:write"]

const vendorRoles: Record<VendorRole, readonly Permission[]> = {
  owner: VENDOR_PERMISSIONS,
  manager: VENDOR_PERMISSIONS.filter((permission) => !NOT_FOR_MANAGERS.includes(permission)),
  fulfilment: [
    "inventory:read",
    "inventory:write",
    "orders:fulfil",
    "orders:read",
    "products:read",
    "returns:read",
    "shipping:read",
    "shop:read",
  ],
  catalogue: [
    "inventory:read",
    "inventory:write",
    "pricing:read",
    "pricing:write",
    "products:read",
    "products:write",
    "promotions:read",
    "reviews:read",
    "shipping:read",
    "shop:read",
  ],
  finance: [
    "bank-accounts:read",
    "bank-accounts:write",
    "disputes:read",
    "onboarding:read",
    "orders:read",
    "payouts:read",
    "payouts:request",
    "pricing:read",
    "products:read",
    "refunds:create",
    "reports:read",
    "returns:read",
    "shop:read",
  ],
  support: [
    "customers:read",
    "disputes:read",
    "disputes:write",
    "orders:read",
    "products:read",
    "returns:read",
    "returns:write",
    "reviews:read",
    "reviews:reply",
    "shipping:read",
    "shop:read",
  ],
}

const isRead = (permission: Permission) => permission.endsWith(":read")

const staffRoles: Record<StaffRole, readonly Permission[]> = {
  owner: PERMISSIONS,
  operations: [
    ...PERMISSIONS.filter(isRead),
    "catalogue:write",
    "customers:write",
    "disputes:write",
    "impersonation:start",
    "inventory:write",
    "onboarding:write",
    "orders:cancel",
    "orders:fulfil",
    "orders:write",
    "pricing:write",
    "products:approve",
    "products:write",
    "promotions:write",
    "returns:write",
    "shipping:write",
    "vendors:review",
    "vendors:write",
  ],
  finance: [
    "audit:read",
    "bank-accounts:read",
    "commission:read",
    "commission:write",
    "customers:read",
    "disputes:read",
    "disputes:rule",
    "disputes:write",
    "ledger:read",
    "ledger:write",
    "onboarding:read",
    "orders:read",
    "payouts:approve",
    "payouts:read",
    "pricing:read",
    "products:read",
    "promotions:read",
    "refunds:create",
    "reports:read",
    "returns:read",
    "vendors:read",
  ],
  support: [
    "customers:read",
    "customers:write",
    "disputes:read",
    "disputes:write",
    "impersonation:start",
    "inventory:read",
    "onboarding:read",
    "orders:cancel",
    "orders:read",
    "products:read",
    "promotions:read",
    "returns:read",
    "returns:write",
    "reviews:moderate",
    "reviews:read",
    "shipping:read",
    "vendors:read",
  ],
  catalogue: [
    "catalogue:write",
    "inventory:read",
    "inventory:write",
    "pricing:read",
    "pricing:write",
    "products:approve",
    "products:read",
    "products:write",
    "promotions:read",
    "reviews:read",
    "vendors:read",
  ],
  "read-only": PERMISSIONS.filter(isRead),
}

const vendorSets = setsOf(vendorRoles)
const staffSets = setsOf(staffRoles)

function setsOf<Role extends string>(roles: Record<Role, readonly Permission[]>) {
  return new Map<string, ReadonlySet<Permission>>(
    Object.entries<readonly Permission[]>(roles).map(([role, permissions]) => [role, new Set(permissions)])
  )
}

const NOTHING: ReadonlySet<Permission> = new Set()

/** What a role in a shop allows. A role that nobody knows allows nothing. */
export const permissionsOfVendorRole = (role: string): ReadonlySet<Permission> =>
  vendorSets.get(role) ?? NOTHING

/** What a role of the platform's staff allows. A role that nobody knows allows nothing. */
export const permissionsOfStaffRole = (role: string): ReadonlySet<Permission> =>
  staffSets.get(role) ?? NOTHING

/** Whether everything that is given is held by the giver: nobody grants more than they hold. */
export const isWithin = (given: Iterable<Permission>, held: ReadonlySet<Permission>): boolean =>
  [...given].every((permission) => held.has(permission))
