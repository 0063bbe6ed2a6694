import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { actOnPayout } from "../../helpers"
import type { AdminRejectPayoutType } from "../../validators"

export const ACCESS = { POST: staff("payouts:approve", { step_up: true }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminRejectPayoutType>, res: MedusaResponse) => {
  res.json(await actOnPayout(req, { action: "reject", ...req.validatedBody }))
}
