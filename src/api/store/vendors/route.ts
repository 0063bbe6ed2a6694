import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { anyone, type RouteAccess } from "../../../lib/route-access"
import { SELLING_STATUS } from "../../../modules/vendor/domain/vendor-status"

export const ACCESS = { GET: anyone() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { skip, take, order } = req.queryConfig.pagination

  const { data: vendors, metadata } = await query.graph({
    entity: "vendor",
    fields: req.queryConfig.fields,
    filters: { ...req.filterableFields, status: SELLING_STATUS },
    // Shops of the same name keep their places from page to page.
    pagination: { skip, take, order: { ...order, id: "ASC" } },
  })

  res.json({ vendors, count: metadata?.count ?? 0, offset: metadata?.skip ?? 0, limit: metadata?.take ?? 0 })
}
