import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ErrorCode, forbidden } from "../../lib/errors"
import { permissionsOfStaffRole } from "../../lib/permissions"
import type { StaffRequest } from "./admit-staff"

/** How core's routes of claims, exchanges, returns, edits and drafts name a price that differs from the one that stands. */
const PRICES = ["unit_price", "compare_at_unit_price", "custom_amount"]

/** Whether a request's body sets a price of its own, for itself or for one of its items. */
export function setsPrice(body: unknown): boolean {
  const items = isRecord(body) && Array.isArray(body.items) ? body.items : []

  return [body, ...items].some(
    (row) => isRecord(row) && PRICES.some((name) => row[name] !== undefined && row[name] !== null)
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null

/** Whoever settles a claim or a return works with the prices that stand: others are for those who may set prices. */
export function refuseSetPrices(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const role = (req as StaffRequest).staff_context?.role
  if (role && setsPrice(req.body) && !permissionsOfStaffRole(role).has("pricing:write")) {
    throw forbidden(ErrorCode.PERMISSION_MISSING, "Your role does not allow to set a price.")
  }
  next()
}
