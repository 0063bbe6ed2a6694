import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import type { Permission } from "../../lib/permissions"
import type { ShopStatus } from "../../lib/route-access"
import type { Grants } from "../../modules/access/domain/grants"
import type { Settings } from "../../modules/access/domain/settings"

/** The shop that the guard has bound to a request under `/vendor`, and who is asking. */
export type VendorContext = {
  vendor_id: string
  status: ShopStatus
  /** Null for an API key. */
  role: string | null
  permissions: ReadonlySet<Permission>
  actor: { type: "user"; id: string } | { type: "api-key"; id: string }
  settings: Settings
}

export type VendorRequest<Body = unknown, Query = Record<string, unknown>> = AuthenticatedMedusaRequest<
  Body,
  Query
> & { vendor_context?: VendorContext; member_context?: MemberContext }

/** A signed-in user before a shop is bound: what they are in every shop of theirs. */
export type MemberContext = { user_id: string; auth_identity_id: string; grants: Grants }

/** The bound shop's context. Throws for a handler that the guard has not run for: nothing is ever read unbound. */
export function vendorContext(req: MedusaRequest): VendorContext {
  const context = (req as VendorRequest).vendor_context
  if (!context?.vendor_id) {
    throw new RangeError("no vendor is bound to this request: the guard of /vendor has not run")
  }

  return context
}

export const boundVendorId = (req: MedusaRequest): string => vendorContext(req).vendor_id

/** Who is signed in. Throws for a handler that the guard has not run for. */
export function memberContext(req: MedusaRequest): MemberContext {
  const context = (req as VendorRequest).member_context
  if (!context) {
    throw new RangeError("no user is bound to this request: the guard of /vendor has not run")
  }

  return context
}
