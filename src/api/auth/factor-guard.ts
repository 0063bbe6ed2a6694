import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { ErrorCode, forbidden } from "../../lib/errors"
import { ACCESS_MODULE } from "../../modules/access"
import type { Settings } from "../../modules/access/domain/settings"
import type AccessModuleService from "../../modules/access/service"
import { type AccessToken, factsOf, grantsOf } from "../access/grants-of"

export const tokenOf = (req: MedusaRequest): AccessToken =>
  (req as AuthenticatedMedusaRequest).auth_context as AccessToken

export const enabledFactors = (req: MedusaRequest) =>
  req.scope
    .resolve(Modules.AUTH)
    .listAuthMfa({ auth_identity_id: tokenOf(req).auth_identity_id, status: "enabled" })

/** A request of somebody who has an account also gets its name here, for the audit log. */
async function settingsFor(req: MedusaRequest): Promise<Settings> {
  const token = tokenOf(req)
  if (token.actor_id) {
    return (await grantsOf(req, token)).settings
  }

  return req.scope.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()
}

/** What a request shows of whoever is behind it. */
export async function presenceOf(req: MedusaRequest) {
  const { step_up_max_age_seconds } = await settingsFor(req)
  const token = tokenOf(req)
  const shownAt = factsOf(token).mfa_completed_at?.getTime()

  return {
    auth_identity_id: token.auth_identity_id,
    session_id: token.sid ?? null,
    is_factor_fresh: shownAt !== undefined && Date.now() - shownAt <= step_up_max_age_seconds * 1000,
  }
}

/**
 * A stolen session must not add, confirm or replace a second factor: where there is one, it has to be shown again. Core
 * looks only at what the token says, and one from before the first factor says that there is none.
 */
export async function needFreshFactor(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { is_factor_fresh } = await presenceOf(req)
  if (!is_factor_fresh && (await enabledFactors(req)).length) {
    throw forbidden(ErrorCode.STEP_UP_REQUIRED, "Confirm with your second factor first.")
  }
  next()
}
