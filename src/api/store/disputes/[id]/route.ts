import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../lib/route-access"
import { ownDispute } from "../helpers"

export const ACCESS = { GET: anyone() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ dispute: await ownDispute(req) })
}
