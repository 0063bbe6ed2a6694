import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type RouteAccess, vendor } from "../../../lib/route-access"

export const ACCESS = { GET: vendor("products:read") } satisfies RouteAccess

type CategoryView = {
  id: string
  name: string
  description: string
  handle: string
  rank: number
  parent_category_id: string | null
}

/** What a product can be put into; parents are named by their ids, from which a tree is made. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { skip, take, order } = req.queryConfig.pagination
  const { data, metadata } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_category",
    fields: req.queryConfig.fields,
    filters: { ...req.filterableFields, is_active: true, is_internal: false },
    pagination: { skip, take, order: { ...order, id: "ASC" } },
  })

  res.json({
    categories: data as CategoryView[],
    count: metadata?.count ?? 0,
    offset: metadata?.skip ?? 0,
    limit: metadata?.take ?? 0,
  })
}
