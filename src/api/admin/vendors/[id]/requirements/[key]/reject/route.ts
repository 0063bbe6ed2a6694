import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../../lib/route-access"
import { decideRequirement } from "../../../../requirement"
import type { AdminReasonedReviewType } from "../../../../validators"

export const ACCESS = { POST: staff("vendors:review") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminReasonedReviewType>, res: MedusaResponse) => {
  res.json({ vendor: await decideRequirement(req, "rejected") })
}
