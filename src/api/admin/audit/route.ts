import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { InferTypeOf } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type RouteAccess, staff } from "../../../lib/route-access"
import type { AuditEntry } from "../../../modules/audit/models/audit-entry"
import type { AUDIT_FIELDS } from "./query-config"

export const ACCESS = { GET: staff("audit:read") } satisfies RouteAccess

type AuditView = Pick<InferTypeOf<typeof AuditEntry>, (typeof AUDIT_FIELDS)[number]>

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { skip, take, order } = req.queryConfig.pagination
  const { data, metadata } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "audit_entry",
    fields: req.queryConfig.fields,
    filters: req.filterableFields,
    pagination: { skip, take, order: { ...order, id: "DESC" } },
  })

  res.json({
    entries: data as AuditView[],
    count: metadata?.count ?? 0,
    offset: metadata?.skip ?? 0,
    limit: metadata?.take ?? 0,
  })
}
