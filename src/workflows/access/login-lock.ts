import { ownedLock } from "../owned-lock"

/** A login gets its user, and its first shop, once: two requests of a fresh login would both make them. */
export const loginLock = (input: { auth_identity_id: string }) =>
  ownedLock(`login:${input.auth_identity_id}`, { timeout: 30, ttl: 60 })
