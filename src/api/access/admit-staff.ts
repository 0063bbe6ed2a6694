import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ErrorCode, forbidden, unauthorized } from "../../lib/errors"
import type { AccessRule } from "../../lib/route-access"
import { decideStaff, type TokenFacts } from "../../modules/access/domain/decide"
import type { Grants } from "../../modules/access/domain/grants"
import type { VendorRequest } from "../vendor/context"
import { admitUndeclared } from "./admit-undeclared"
import { type AccessToken, factsOf, grantsOf } from "./grants-of"
import { rejection } from "./rejection"
import { ruleOfRequest } from "./rule-of-request"
import { secretKeyGrants } from "./secret-key-grants"

export type StaffContext = { user_id: string; role: string; grants: Grants }

export type StaffRequest<Body = unknown, Query = Record<string, unknown>> = AuthenticatedMedusaRequest<
  Body,
  Query
> & { staff_context?: StaffContext }

/** Who of the staff is asking. Throws for a handler that the guard has not run for. */
export function staffContext(req: MedusaRequest): StaffContext {
  const context = (req as StaffRequest).staff_context
  if (!context) {
    throw new RangeError("no member of staff is bound to this request: the guard of /admin has not run")
  }

  return context
}

/** The one guard of `/admin`. Core has read the sign-in before; a route that core leaves open has to be declared so. */
export async function admitStaff(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const rule = await ruleOfRequest(req)
  if (rule?.kind === "closed") {
    throw forbidden(ErrorCode.ROUTE_CLOSED, "This route is closed.")
  }
  if (rule?.kind === "anyone") {
    next()
    return
  }
  const token = (req as AuthenticatedMedusaRequest).auth_context as AccessToken | undefined
  if (!token?.actor_id) {
    throw unauthorized(ErrorCode.SIGN_IN_REQUIRED, "Sign in first.")
  }
  if (token.actor_type === "api-key") {
    refuseKey(rule)
    const key = await secretKeyGrants(req, token.actor_id)
    admitUser(req, { rule, ...key })
  } else if (token.actor_type === "user") {
    const grants = await grantsOf(req, token)
    // Checked at its start too; the person may have joined the staff since.
    if (grants.session?.impersonator_user_id) {
      throw forbidden(ErrorCode.IMPERSONATION_REFUSED, "Nobody acts under the name of a member of staff.")
    }
    admitUser(req, { rule, grants, user_id: token.actor_id, token: factsOf(token) })
  } else {
    throw forbidden(ErrorCode.STAFF_ONLY, "This part of the marketplace is for its staff.")
  }
  next()
}

/** Some routes mean a person: who is asking, or who acts under whose name. */
function refuseKey(rule: AccessRule | null): void {
  if (rule && "api_key" in rule && !rule.api_key) {
    throw forbidden(ErrorCode.PERMISSION_MISSING, "This route is for people, not for API keys.")
  }
}

type Asking = { rule: AccessRule | null; grants: Grants; user_id: string; token: TokenFacts }

function admitUser(req: MedusaRequest, { rule, grants, user_id, token }: Asking): void {
  if (!rule) {
    admitUndeclared(grants, req)
  }
  if (rule?.kind === "shell" && !grants.staff_role && grants.memberships.length) {
    const shown = req as VendorRequest
    shown.member_context = { user_id, auth_identity_id: shown.auth_context.auth_identity_id, grants }
    return
  }
  const verdict = decideStaff(rule ?? { kind: "anyone" }, grants, token, new Date())
  if (!verdict.is_allowed) {
    throw rejection(verdict)
  }
  const bound = req as StaffRequest
  bound.staff_context = { user_id, role: verdict.role, grants }
}
