import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { orderOf } from "../../../lib/list-params"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { listMembers } from "../../../workflows/vendor-member/list-members"
import { boundVendorId } from "../context"
import type { VendorGetMembersParamsType } from "./validators"

export const ACCESS = { GET: vendor("members:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { limit, offset, order, role } = req.validatedQuery as VendorGetMembersParamsType
  const { members, count } = await listMembers(req.scope, boundVendorId(req), {
    filters: role ? { role } : {},
    skip: offset,
    take: limit,
    order: orderOf(order),
  })

  res.json({ members, count, offset, limit })
}
