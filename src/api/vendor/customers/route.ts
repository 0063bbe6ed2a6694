import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { listVendorCustomers } from "../../../workflows/vendor-order/list-vendor-customers"
import { boundVendorId } from "../context"
import type { VendorGetCustomersParamsType } from "./validators"

export const ACCESS = { GET: vendor("customers:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const { q, limit, offset, order } = req.validatedQuery as unknown as VendorGetCustomersParamsType
  const page = {
    take: limit,
    skip: offset,
    sort: order.replace("-", "") as "name" | "orders_count" | "last_order_at",
    is_ascending: !order.startsWith("-"),
  }

  res.json(await listVendorCustomers(req.scope, { vendor_id: boundVendorId(req), q }, page))
}
