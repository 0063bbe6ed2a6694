import type { MedusaRequest } from "@medusajs/framework/http"
import { vendorContext } from "../context"

/** What is asked for, of the shop that the request is bound to. */
export function askedOfShop<Query extends { time_zone?: string }>(req: MedusaRequest, query: Query) {
  const { vendor_id, settings } = vendorContext(req)

  return { ...query, scope: { vendor_id }, time_zone: query.time_zone ?? settings.time_zone }
}
