import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { listVendorReturns } from "../../../workflows/vendor-order/list-vendor-returns"
import { boundVendorId } from "../context"
import type { VendorGetReturnsParamsType } from "./validators"

export const ACCESS = { GET: vendor("returns:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as VendorGetReturnsParamsType
  const filters = { vendor_id: boundVendorId(req), vendor_order_id: query.order_id, status: query.status }
  const page = { take: query.limit, skip: query.offset, is_ascending: query.order === "created_at" }

  res.json(await listVendorReturns(req.scope, filters, page))
}
