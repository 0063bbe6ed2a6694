import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { ErrorCode, forbidden, signInAgain } from "../../lib/errors"
import { ACCESS_MODULE } from "../../modules/access"
import { isFresh } from "../../modules/access/domain/freshness"
import type { Settings } from "../../modules/access/domain/settings"
import type AccessModuleService from "../../modules/access/service"
import { type AccessToken, factsOf, grantsOf } from "../access/grants-of"
import { bornAt } from "./bind-session"

export const tokenOf = (req: MedusaRequest): AccessToken =>
  (req as AuthenticatedMedusaRequest).auth_context as AccessToken

export const enabledFactors = (req: MedusaRequest) =>
  req.scope
    .resolve(Modules.AUTH)
    .listAuthMfa({ auth_identity_id: tokenOf(req).auth_identity_id, status: "enabled" })

type SignIn = { settings: Settings; began_at: Date | null }

/**
 * The sign-in behind a request: it begins with its session, which a renewal keeps, or without an account with its first
 * token. A request of somebody who has an account also gets its name here, for the audit log.
 */
async function signInOf(req: MedusaRequest): Promise<SignIn> {
  const token = tokenOf(req)
  if (token.actor_id) {
    const { settings, session } = await grantsOf(req, token)

    return { settings, began_at: session?.started_at ?? null }
  }
  const settings = await req.scope.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()

  return { settings, began_at: bornAt(token) }
}

/** What a request shows of whoever is behind it. */
export async function presenceOf(req: MedusaRequest) {
  const { settings, began_at } = await signInOf(req)
  const token = tokenOf(req)
  const [maxAge, now] = [settings.step_up_max_age_seconds, new Date()]

  return {
    auth_identity_id: token.auth_identity_id,
    is_factor_fresh: isFresh(factsOf(token).mfa_completed_at, maxAge, now),
    is_sign_in_recent: isFresh(began_at, maxAge, now),
  }
}

/**
 * A stolen session must not add, confirm or replace a second factor: where there is one, it has to be shown again, and
 * where there is none, the sign-in has to be recent. Core looks only at what the token says, and one from before the first
 * factor says that there is none.
 */
export async function needFreshFactor(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { is_factor_fresh, is_sign_in_recent } = await presenceOf(req)
  const isOwed = !is_factor_fresh && (await enabledFactors(req)).length > 0
  if (isOwed) {
    throw forbidden(ErrorCode.STEP_UP_REQUIRED, "Confirm with your second factor first.")
  }
  if (!is_factor_fresh && !is_sign_in_recent) {
    throw signInAgain()
  }
  next()
}
