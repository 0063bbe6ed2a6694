import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type RouteAccess, staff } from "../../../lib/route-access"

export const ACCESS = { GET: staff("vendors:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { skip, take, order } = req.queryConfig.pagination

  const { data: vendors, metadata } = await query.graph({
    entity: "vendor",
    fields: req.queryConfig.fields,
    filters: req.filterableFields,
    pagination: { skip, take, order: { ...order, id: "ASC" } },
  })

  res.json({ vendors, count: metadata?.count ?? 0, offset: metadata?.skip ?? 0, limit: metadata?.take ?? 0 })
}
