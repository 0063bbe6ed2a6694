import type { Env } from "./env"

type CookieOptions = { httpOnly: true; sameSite: "lax"; secure: boolean }

/** No script reads the session's cookie, no other site's form sends it, and in production no plain connection carries it. */
export function sessionCookieOptions(env: Pick<Env, "COOKIE_SECURE" | "NODE_ENV">): CookieOptions {
  return { httpOnly: true, sameSite: "lax", secure: env.COOKIE_SECURE ?? env.NODE_ENV === "production" }
}
