import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../lib/route-access"
import { listStaff } from "../../../workflows/access/list-staff"
import type { AdminGetStaffParamsType } from "./validators"

export const ACCESS = { GET: staff("staff:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { role, limit, offset } = req.validatedQuery as AdminGetStaffParamsType
  const { staff: members, count } = await listStaff(req.scope, {
    filters: role ? { role } : {},
    skip: offset,
    take: limit,
  })

  res.json({ staff: members, count, offset, limit })
}
