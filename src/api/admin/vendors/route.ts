import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type RouteAccess, staff } from "../../../lib/route-access"
import type { StoredVendor } from "./helpers"

export const ACCESS = { GET: staff("vendors:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { skip, take, order } = req.queryConfig.pagination

  const { data, metadata } = await query.graph({
    entity: "vendor",
    fields: req.queryConfig.fields,
    filters: req.filterableFields,
    pagination: { skip, take, order: { ...order, id: "ASC" } },
  })

  res.json({
    vendors: data as StoredVendor[],
    count: metadata?.count ?? 0,
    offset: metadata?.skip ?? 0,
    limit: metadata?.take ?? 0,
  })
}
