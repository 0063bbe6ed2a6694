import { randomUUID } from "node:crypto"

/**
 * A lock of one run, in seconds, for `acquireLockStep` and `releaseLockStep`; to be made in a `transform`. With an owner,
 * because a step that fails after the release gives it back once more, and a run may outlive its time to live: neither
 * may take what somebody else holds by then.
 */
export const ownedLock = (key: string | string[], { timeout, ttl }: { timeout: number; ttl: number }) => ({
  key,
  ownerId: randomUUID(),
  timeout,
  ttl,
})
