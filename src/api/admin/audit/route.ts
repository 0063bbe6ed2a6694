import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type RouteAccess, staff } from "../../../lib/route-access"

export const ACCESS = { GET: staff("audit:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { skip, take, order } = req.queryConfig.pagination
  const { data: entries, metadata } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "audit_entry",
    fields: req.queryConfig.fields,
    filters: req.filterableFields,
    pagination: { skip, take, order: { ...order, id: "DESC" } },
  })

  res.json({ entries, count: metadata?.count ?? 0, offset: metadata?.skip ?? 0, limit: metadata?.take ?? 0 })
}
