import {
  type AuthenticatedMedusaRequest,
  authenticate,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { ErrorCode, forbidden, unauthorized } from "../../lib/errors"
import { permissionsOfVendorRole } from "../../lib/permissions"
import type { AccessRule } from "../../lib/route-access"
import { chooseShop, decideVendor } from "../../modules/access/domain/decide"
import type { Grants } from "../../modules/access/domain/grants"
import type { VendorRequest } from "../vendor/context"
import { admitApiKey, apiKeyOf } from "./admit-api-key"
import { admitUndeclared, openedRule } from "./admit-undeclared"
import { type AccessToken, factsOf, grantsOf } from "./grants-of"
import { rejection } from "./rejection"
import { ruleOfRequest } from "./rule-of-request"

/** Reads the sign-in, if there is one; whether it is needed is the guard's question. */
export const readSignIn = authenticate("user", ["bearer", "session"], {
  allowUnauthenticated: true,
  allowUnregistered: true,
  requireMfa: true,
})

/**
 * The one guard of `/vendor`: who is asking, for which shop, in which state, with which permission. It binds the
 * vendor's id, without which no handler can read or write.
 */
export async function admitVendor(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const rule = await ruleOfRequest(req)
  const key = apiKeyOf(req)
  if (rule?.kind === "anyone") {
    next()
    return
  }
  if (key !== null) {
    forgetPerson(req)
    await admitApiKey(req, key, rule)
    next()
    return
  }
  const token = (req as AuthenticatedMedusaRequest).auth_context as AccessToken | undefined
  if (!token) {
    throw unauthorized(ErrorCode.SIGN_IN_REQUIRED, "Sign in first.")
  }
  await admitUser(req, token, rule)
  next()
}

/**
 * A key asks for itself alone: the person whose cookie comes along must not be taken for the one who acts. The cookie is
 * left as it is, since a session that is taken off a request is not written back.
 */
function forgetPerson(req: MedusaRequest): void {
  const known = req as Partial<Pick<AuthenticatedMedusaRequest, "auth_context" | "session">>
  known.auth_context = undefined
  known.session = undefined
}

async function admitUser(req: MedusaRequest, token: AccessToken, rule: AccessRule | null): Promise<void> {
  if (rule?.kind === "member" && rule.unregistered && !token.actor_id) {
    return
  }
  if (!token.actor_id) {
    throw unauthorized(ErrorCode.SIGN_IN_REQUIRED, "This login has no account yet: register a shop first.")
  }
  const grants = await grantsOf(req, token)
  const { actor_id: user_id, auth_identity_id } = token
  ;(req as VendorRequest).member_context = { user_id, auth_identity_id, grants }
  refuseImpersonated(req, grants, rule)
  const opened = rule ? null : openedRule(grants, req)
  if (opened && grants.memberships.length) {
    bindShop(req, { token, rule: opened, grants })
  } else if (!rule) {
    admitUndeclared(grants, req)
  } else if (rule.kind === "closed") {
    throw forbidden(ErrorCode.ROUTE_CLOSED, "This route is closed.")
  } else if (rule.kind !== "member") {
    bindShop(req, { token, rule, grants })
  }
}

/** What only the person may change: their own account and membership, and whatever no machine may do either. */
function refuseImpersonated(req: MedusaRequest, grants: Grants, rule: AccessRule | null): void {
  const isPersonal = rule?.kind === "member" || (rule?.kind === "vendor" && !rule.api_key)
  if (grants.session?.impersonator_user_id && isPersonal && req.method !== "GET") {
    throw forbidden(ErrorCode.IMPERSONATION_REFUSED, "Only the person may do this.")
  }
}

function bindShop(
  req: MedusaRequest,
  { token, rule, grants }: { token: AccessToken; rule: AccessRule; grants: Grants }
): void {
  const header = req.headers["x-vendor-id"]
  const choice = chooseShop(grants.memberships, {
    asked: typeof header === "string" && header ? header : null,
    remembered: grants.session?.vendor_id ?? null,
  })
  const verdict =
    "is_allowed" in choice
      ? choice
      : decideVendor(rule, choice, { ...grants, token: factsOf(token), now: new Date() })
  if (!verdict.is_allowed) {
    throw rejection(verdict)
  }
  const { vendor_id, status, role } = verdict.membership
  const bound = req as VendorRequest
  bound.vendor_context = {
    vendor_id,
    status,
    role,
    permissions: permissionsOfVendorRole(role),
    actor: { type: "user", id: token.actor_id },
    settings: grants.settings,
  }
}
