import type { MedusaRequest } from "@medusajs/framework/http"
import { normaliseEmail } from "../../lib/email"
import type { Topic } from "../../modules/throttle/domain/limits"
import type { AccessToken } from "../access/grants-of"
import { readAuthorization } from "./issue-token"

export type ThrottleRule = {
  topic: Topic
  /** Whom an attempt is about; null when the request does not say. */
  account: (req: MedusaRequest) => string | null
}

const nobody = () => null

/** Of all actors together: a login by e-mail is one, whichever actor signs in with it. */
const emailIn = (field: "email" | "identifier") => (req: MedusaRequest) => {
  const value = (req.body as Record<string, unknown> | undefined)?.[field]

  return typeof value === "string" && value.trim() ? normaliseEmail(value) : null
}

type CookieSession = { auth_context?: AccessToken }

/** Who is signed in, by token or cookie. Whether that still counts is for the route to say. */
function identity(req: MedusaRequest): string | null {
  // The cookie first, and the header read as core reads it: whoever is charged is whoever core takes it for.
  const cookie = (req.session as CookieSession | undefined)?.auth_context
  const claims = cookie ?? readAuthorization(req, req.headers.authorization)

  return claims?.auth_identity_id || null
}

const signIn: ThrottleRule = { topic: "sign_in", account: emailIn("email") }
const secondFactor: ThrottleRule = { topic: "second_factor", account: identity }

/** Every door at which somebody can guess, flood or ask who is there. */
const RULES: Record<string, ThrottleRule> = {
  "GET /auth/:actor_type/:auth_provider": signIn,
  "POST /auth/:actor_type/:auth_provider": signIn,
  "GET /auth/:actor_type/:auth_provider/callback": { topic: "sign_in", account: nobody },
  "POST /auth/:actor_type/:auth_provider/callback": { topic: "sign_in", account: nobody },
  "POST /auth/:actor_type/:auth_provider/register": { topic: "registration", account: emailIn("email") },
  "POST /auth/:actor_type/:auth_provider/reset-password": {
    topic: "recovery",
    account: emailIn("identifier"),
  },
  "POST /auth/:actor_type/:auth_provider/update": { topic: "recovery_use", account: nobody },
  "POST /auth/password": { topic: "password_change", account: identity },
  "POST /auth/mfa/challenges/:id/verify": secondFactor,
  "POST /auth/mfa/factors/:id/verify": secondFactor,
  "DELETE /auth/mfa/factors/:id": secondFactor,
  "POST /auth/phone/change": { topic: "password_change", account: identity },
  // Each sends a message; how many a phone or mailbox gets is counted by the module of one-time codes.
  "POST /auth/:actor_type/phone/code": { topic: "verification_request", account: nobody },
  "POST /auth/phone/change/code": { topic: "verification_request", account: identity },
  "POST /auth/mfa/code": { topic: "verification_request", account: identity },
  "POST /auth/verification/request": { topic: "verification_request", account: identity },
  "POST /auth/verification/confirm": { topic: "verification_confirm", account: identity },
  "POST /auth/token/refresh": { topic: "renewal", account: identity },
}

export const throttleRule = (method: string, path: string): ThrottleRule | undefined =>
  RULES[`${method === "HEAD" ? "GET" : method} ${path}`]
