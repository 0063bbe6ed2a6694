import { ownedLock } from "../owned-lock"

/** Rules are written one after the other: each is checked against those that are there. */
export const ruleLock = () => ownedLock("commission-rules", { timeout: 20, ttl: 60 })
