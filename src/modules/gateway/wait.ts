import { setTimeout as sleep } from "node:timers/promises"
import { GatewayUnavailableError } from "../../lib/gateway"

const POLL_MS = 100
const LONGEST_WAIT_MS = 20_000

/** Waits a moment for another call to finish; throws once that has taken too long. */
export function patience(reason: string): () => Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS

  return async () => {
    if (Date.now() >= deadline) {
      throw new GatewayUnavailableError(reason, "none")
    }
    await sleep(POLL_MS)
  }
}
