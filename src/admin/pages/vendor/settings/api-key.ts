import { API_KEY_PERMISSIONS, type Permission } from "../../../../lib/permissions"
import type { Answer, Body } from "../../../lib/api/client"

export type ApiKey = Answer<"GET /vendor/api-keys">["api_keys"][number]

export type KeyPermission = Body<"POST /vendor/api-keys">["permissions"][number]

/** What somebody may hand on to a key: what keys can be made for, as far as their own role reaches. */
export const grantable = (held: readonly Permission[]) =>
  API_KEY_PERMISSIONS.filter((permission) => held.includes(permission)) as KeyPermission[]

type Area<Name extends string> = { area: string; permissions: { verb: string; permission: Name }[] }

/** `orders:read` and `orders:fulfil` under one head; seeing stands before what changes something. */
export function byArea<Name extends string>(permissions: readonly Name[]): Area<Name>[] {
  const areas = new Map<string, Area<Name>>()
  for (const permission of permissions) {
    const [area = "", verb = ""] = permission.split(":")
    const known = areas.get(area) ?? { area, permissions: [] }
    known.permissions.push({ verb, permission })
    areas.set(area, known)
  }

  return [...areas.values()].map(({ area, permissions: own }) => ({
    area,
    permissions: own.toSorted((one, other) => Number(other.verb === "read") - Number(one.verb === "read")),
  }))
}

export type KeyState = "active" | "expired" | "revoked"

export function stateOf({ revoked_at, expires_at }: ApiKey, now = Date.now()): KeyState {
  if (revoked_at) {
    return "revoked"
  }

  return expires_at && new Date(expires_at).getTime() <= now ? "expired" : "active"
}

/** How long a key may live; the server takes two years at most. */
export const LIVES_IN_DAYS = ["30", "90", "365", "730"] as const

const DAY_MS = 24 * 60 * 60 * 1000
/** What the reader's clock may be ahead of the server's, so that the longest life is not refused. */
const CLOCKS_APART_MS = 60 * 60 * 1000

export const endOf = (days: string, now = Date.now()): string =>
  new Date(now + Number(days) * DAY_MS - CLOCKS_APART_MS).toISOString()
