import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { readScorecard } from "../../../../../workflows/scorecard/read-scorecard"
import { staffContext } from "../../../../access/admit-staff"

export const ACCESS = { GET: staff("vendors:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { settings } = staffContext(req).grants

  res.json({
    performance: await readScorecard(req.scope, { vendor_id: req.params.id!, settings, now: new Date() }),
  })
}
