import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { member, type RouteAccess } from "../../../lib/route-access"
import { listOwnShops } from "./helpers"

export const ACCESS = { GET: member() } satisfies RouteAccess

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const shops = await listOwnShops(req, req.auth_context.actor_id)

  res.json({ shops, count: shops.length, offset: 0, limit: shops.length })
}
