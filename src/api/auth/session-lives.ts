import { loadEnv } from "../../lib/env"
import type { SessionLives } from "../../modules/access/domain/session-life"

/** How long the sign-ins of each actor last, by the environment. */
export function sessionLives(): SessionLives {
  const env = loadEnv()

  return {
    customer: {
      ttl_seconds: env.SESSION_TTL_SECONDS_CUSTOMER,
      max_age_seconds: env.SESSION_MAX_AGE_SECONDS_CUSTOMER,
    },
    user: { ttl_seconds: env.SESSION_TTL_SECONDS_USER, max_age_seconds: env.SESSION_MAX_AGE_SECONDS_USER },
  }
}
