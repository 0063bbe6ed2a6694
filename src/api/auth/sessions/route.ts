import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { anyone, type RouteAccess } from "../../../lib/route-access"
import { liveSessionsOf, shownSession } from "./helpers"

/** Whose token or cookie it is, the middlewares of `/auth` have asked. */
export const ACCESS = { GET: anyone() } satisfies RouteAccess

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { skip, take, order } = req.queryConfig.pagination

  const { data, metadata } = await query.graph({
    entity: "access_session",
    fields: req.queryConfig.fields,
    filters: liveSessionsOf(req.auth_context, new Date()),
    pagination: { skip, take, order: { ...order, id: "ASC" } },
  })
  const sessions = data.map((row) => shownSession(row, req.auth_context))

  res.json({ sessions, count: metadata?.count ?? 0, offset: metadata?.skip ?? 0, limit: metadata?.take ?? 0 })
}
