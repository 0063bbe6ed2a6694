import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ErrorCode, forbidden } from "../../lib/errors"
import { type Permission, permissionsOfStaffRole } from "../../lib/permissions"
import type { StaffRequest } from "./admit-staff"

/**
 * Relations through which `?fields=` walks from one resource to another's records (`sales_channels.orders.email` from a
 * product). Whoever may not read the other resource may not walk there either.
 */
const guarded: Record<string, Permission> = {
  account_holders: "orders:read",
  api_keys: "settings:read",
  api_keys_link: "settings:read",
  auth_identity: "staff:read",
  carts: "orders:read",
  cart: "orders:read",
  customer: "customers:read",
  customers: "customers:read",
  fulfillments: "orders:read",
  order: "orders:read",
  order_items: "orders:read",
  orders: "orders:read",
  payment_collections: "orders:read",
  payments: "orders:read",
  publishable_api_keys: "settings:read",
  returns: "returns:read",
  user: "staff:read",
  users: "staff:read",
  vendor_members: "vendors:read",
  vendor_orders: "orders:read",
}

/** The relation that is walked into and may not be; null when all may. */
export function refusedRelation(fields: string, held: ReadonlySet<Permission>): string | null {
  const relations = fields.split(",").flatMap((field) =>
    field
      .trim()
      .replace(/^[+\-*]/, "")
      .split(".")
  )
  const refused = relations.find((name) => {
    const needed = Object.hasOwn(guarded, name) ? guarded[name] : undefined

    return needed && !held.has(needed)
  })

  return refused ?? null
}

export function refuseNestedFields(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const role = (req as StaffRequest).staff_context?.role ?? ""
  const { fields, order } = req.query
  const asked = [fields, order].flat().filter((text): text is string => typeof text === "string")
  const refused = refusedRelation(asked.join(","), permissionsOfStaffRole(role))
  if (role && refused) {
    throw forbidden(ErrorCode.PERMISSION_MISSING, `Your role does not allow to read ${refused}.`)
  }
  next()
}
