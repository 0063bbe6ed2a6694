import type { Permission } from "./permissions"

export const HTTP_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const

export type HttpMethod = (typeof HTTP_METHODS)[number]

export type ShopStatus = "pending" | "approved" | "suspended" | "rejected" | "closed"

/** Who may call a route. Every route file exports one per method that it answers, as `ACCESS`. */
export type AccessRule =
  | { kind: "anyone" }
  | { kind: "buyer" }
  /** Any signed-in user, before or beside a shop: `/vendor/me`, `/vendor/register`. */
  | { kind: "member"; unregistered: boolean; api_key: boolean }
  | {
      kind: "vendor"
      permission: Permission
      while: readonly ShopStatus[]
      step_up: boolean
      api_key: boolean
    }
  | { kind: "staff"; permission: Permission; step_up: boolean; api_key: boolean }
  /** What the dashboard's frame asks of core: all staff, and people of shops, whom `answerShell` answers. */
  | { kind: "shell"; api_key: boolean }
  | { kind: "closed" }

export type RouteAccess = Partial<Record<HttpMethod, AccessRule>>

/** A shop's own people may look at everything of theirs until it is closed. */
export const WHILE_OPEN = ["pending", "approved", "suspended", "rejected"] as const satisfies ShopStatus[]
/** What prepares a shop: profile, checklist, members, drafts of products. */
export const WHILE_PREPARING = ["pending", "approved", "rejected"] as const satisfies ShopStatus[]
/** What serves orders that are already paid. */
export const WHILE_SERVING = ["approved", "suspended"] as const satisfies ShopStatus[]
export const WHILE_SELLING = ["approved"] as const satisfies ShopStatus[]

/** No sign-in is asked for: shoppers (with a publishable key), gateways, health probes. */
export const anyone = (): AccessRule => ({ kind: "anyone" })

/** A signed-in buyer. */
export const buyer = (): AccessRule => ({ kind: "buyer" })

/**
 * A signed-in user, whatever their shops; `unregistered` also lets in a login that has no account yet. Under /admin a
 * secret key of core's counts as its maker, unless `api_key` is false: for what only a person can mean.
 */
export const member = (options: { unregistered?: boolean; api_key?: boolean } = {}): AccessRule => ({
  kind: "member",
  unregistered: options.unregistered ?? false,
  api_key: options.api_key ?? true,
})

/**
 * A member, or an API key, of the bound shop who holds the permission. `while` says in which states of the shop: reading
 * is open until it is closed, everything else only while it sells, unless the route says otherwise. `step_up` asks
 * for a recent second factor and so also shuts out API keys.
 */
export const vendor = (
  permission: Permission,
  options: { while?: readonly ShopStatus[]; step_up?: boolean; api_key?: boolean } = {}
): AccessRule => ({
  kind: "vendor",
  permission,
  while: options.while ?? (permission.endsWith(":read") ? WHILE_OPEN : WHILE_SELLING),
  step_up: options.step_up ?? false,
  api_key: options.api_key ?? !options.step_up,
})

export const staff = (
  permission: Permission,
  options: { step_up?: boolean; api_key?: boolean } = {}
): AccessRule => ({
  kind: "staff",
  permission,
  step_up: options.step_up ?? false,
  api_key: options.api_key ?? true,
})

export const shell = (options: { api_key?: boolean } = {}): AccessRule => ({
  kind: "shell",
  api_key: options.api_key ?? true,
})

/** Nobody, not even the owner: a route of core's that would be a hole. */
export const closed = (): AccessRule => ({ kind: "closed" })
