import { ErrorCode } from "../../../lib/errors"
import { type Permission, permissionsOfStaffRole, permissionsOfVendorRole } from "../../../lib/permissions"
import type { AccessRule, ShopStatus } from "../../../lib/route-access"
import { isFresh } from "./freshness"
import type { Grants, Membership } from "./grants"

/** Why a request is not let in; `status` is what a client sees. */
export type Refusal = { is_allowed: false; status: 400 | 401 | 403 | 404; code: ErrorCode; message: string }

export type StaffVerdict = { is_allowed: true; role: string } | Refusal

export type VendorVerdict = { is_allowed: true; membership: Membership } | Refusal

const refuse = (status: Refusal["status"], code: ErrorCode, message: string): Refusal => ({
  is_allowed: false,
  status,
  code,
  message,
})

export type TokenFacts = {
  /** Null when no second factor was shown for this token. */
  mfa_completed_at: Date | null
}

/**
 * Whether a token or cookie still counts: its session lives, and no mark was set after that began. Both are of the
 * database's clock; tokens themselves know whole seconds only, and are never older than their session.
 */
export function isSessionAlive(grants: Pick<Grants, "session" | "revoked_before">, now: Date): boolean {
  const { session, revoked_before } = grants
  if (!session || session.revoked_at || session.expires_at <= now) {
    return false
  }
  if (session.impersonator_user_id && !mayImpersonate(session.impersonator_role)) {
    return false
  }

  return !revoked_before || session.started_at >= revoked_before
}

const mayImpersonate = (role: string | null) => permissionsOfStaffRole(role ?? "").has("impersonation:start")

/** Whether a member of staff may call a route with this rule. A user without a staff role is nobody here. */
export function decideStaff(
  rule: AccessRule,
  grants: Pick<Grants, "staff_role" | "memberships" | "settings">,
  token: TokenFacts,
  now: Date
): StaffVerdict {
  const { staff_role, settings } = grants
  if (!staff_role) {
    return refuse(403, ErrorCode.STAFF_ONLY, "This part of the marketplace is for its staff.")
  }
  if (settings.staff_mfa_required && !token.mfa_completed_at) {
    return refuse(403, ErrorCode.MFA_REQUIRED, "Staff must sign in with a second factor.")
  }
  if (rule.kind === "anyone" || rule.kind === "member" || rule.kind === "shell") {
    return { is_allowed: true, role: staff_role }
  }
  if (rule.kind !== "staff" || !permissionsOfStaffRole(staff_role).has(rule.permission)) {
    return refuse(403, ErrorCode.PERMISSION_MISSING, "Your role does not allow this.")
  }

  return (
    stepUp(rule.step_up, token, settings.step_up_max_age_seconds, now) ?? {
      is_allowed: true,
      role: staff_role,
    }
  )
}

export type ShopChoice = {
  /** The header `x-vendor-id`. */
  asked: string | null
  /** What the session remembers. */
  remembered: string | null
}

/** The shop that a request is about: the one that is named, else the session's, else the only one. */
export function chooseShop(
  memberships: Membership[],
  { asked, remembered }: ShopChoice
): Membership | Refusal {
  const open = memberships.filter(({ role }) => permissionsOfVendorRole(role).size > 0)
  const wanted = asked ?? remembered
  const chosen = wanted ? open.find(({ vendor_id }) => vendor_id === wanted) : undefined
  if (chosen) {
    return chosen
  }
  if (asked) {
    return refuse(404, ErrorCode.VENDOR_NOT_FOUND, "You do not belong to this shop.")
  }
  const [only, second] = open
  if (!only) {
    return refuse(403, ErrorCode.VENDOR_MEMBERS_ONLY, "This part of the marketplace is for people of a shop.")
  }

  return second
    ? refuse(400, ErrorCode.VENDOR_CHOICE_MISSING, "You belong to several shops: name one in x-vendor-id.")
    : only
}

/** Whether a person with this role in this shop may call a route with this rule. */
export function decideVendor(
  rule: AccessRule,
  membership: Membership,
  { settings, session, token, now }: Pick<Grants, "settings" | "session"> & { token: TokenFacts; now: Date }
): VendorVerdict {
  if (rule.kind !== "vendor") {
    return refuse(403, ErrorCode.PERMISSION_MISSING, "This route is not for people of a shop.")
  }
  // Whoever impersonates an owner has signed in as staff must; a step-up still refuses them.
  const owesFactor = !token.mfa_completed_at && !session?.impersonator_user_id
  if (settings.vendor_owner_mfa_required && membership.role === "owner" && owesFactor) {
    return refuse(403, ErrorCode.MFA_REQUIRED, "Owners of shops must sign in with a second factor.")
  }

  return (
    decideShop(rule, permissionsOfVendorRole(membership.role), membership.status) ??
    stepUp(rule.step_up, token, settings.step_up_max_age_seconds, now) ?? { is_allowed: true, membership }
  )
}

/** The part that holds for people and for API keys: the permission, and the state of the shop. */
export function decideShop(
  rule: Extract<AccessRule, { kind: "vendor" }>,
  held: ReadonlySet<Permission>,
  status: ShopStatus
): Refusal | null {
  if (!held.has(rule.permission)) {
    return refuse(403, ErrorCode.PERMISSION_MISSING, "Your role in this shop does not allow this.")
  }

  return rule.while.includes(status)
    ? null
    : refuse(403, ErrorCode.VENDOR_STATUS_REFUSED, `A shop that is ${status} cannot do this.`)
}

function stepUp(isAsked: boolean, token: TokenFacts, maxAgeSeconds: number, now: Date): Refusal | null {
  return !isAsked || isFresh(token.mfa_completed_at, maxAgeSeconds, now)
    ? null
    : refuse(403, ErrorCode.STEP_UP_REQUIRED, "Confirm with your second factor first.")
}
