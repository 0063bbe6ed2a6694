import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AccessToken } from "../access/grants-of"
import { signToken } from "./issue-token"
import { arriveAgain } from "./note-arrival"

/** Long enough to be exchanged, on its way out, for one of a new session (`bind-session.ts`). */
const SECONDS = 60

/**
 * The token with which the one who changed the password stays signed in. The session that asked has ended with all
 * others, so the request forgets it: what is answered gets a session of its own.
 */
export async function tokenAfterChange(req: AuthenticatedMedusaRequest): Promise<string> {
  const shown = req.auth_context as AccessToken
  req.auth_context = { ...shown, sid: undefined } as AccessToken
  await arriveAgain(req)

  return signToken(req, req.auth_context as AccessToken, SECONDS)
}
