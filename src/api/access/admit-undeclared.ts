import type { MedusaRequest } from "@medusajs/framework/http"
import { ErrorCode, forbidden } from "../../lib/errors"
import { PERMISSIONS, type Permission, permissionsOfStaffRole } from "../../lib/permissions"
import { type AccessRule, vendor } from "../../lib/route-access"
import type { Grants } from "../../modules/access/domain/grants"
import { routeOfRequest } from "./route-of-request"

/** A route that declares nothing is the platform owner's alone, until the operator opens it to a permission. */
export function admitUndeclared(grants: Grants, req: MedusaRequest): void {
  const held = permissionsOfStaffRole(grants.staff_role ?? "")
  const opened = openedTo(grants, req)
  if (!held.has("platform:own") && !(opened && held.has(opened))) {
    throw forbidden(ErrorCode.ROUTE_UNDECLARED, "Nobody has declared who may call this route.")
  }
}

/** The rule under which people of a shop may call such a route once it is opened. */
export function openedRule(grants: Grants, req: MedusaRequest): AccessRule | null {
  const opened = openedTo(grants, req)

  return opened ? vendor(opened) : null
}

function openedTo({ settings }: Grants, req: MedusaRequest): Permission | null {
  const opened = settings.opened_routes[`${req.method} ${routeOfRequest(req)}`]

  return PERMISSIONS.find((permission) => permission === opened) ?? null
}
