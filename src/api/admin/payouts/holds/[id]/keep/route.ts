import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../lib/route-access"
import { decideHold } from "../../../helpers"
import type { AdminDecidePayoutHoldType } from "../../../validators"

export const ACCESS = { POST: staff("payouts:approve", { step_up: true }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminDecidePayoutHoldType>, res: MedusaResponse) => {
  res.json(await decideHold(req, "kept", req.validatedBody.reason))
}
