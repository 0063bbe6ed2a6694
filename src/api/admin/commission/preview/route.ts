import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { commissionPreview } from "../../../../workflows/commission/preview-view"
import type { AdminPreviewCommissionType } from "../validators"
import { changeOf } from "./change-of"

/** Writes nothing, so whoever may read the rules may ask. */
export const ACCESS = { POST: staff("commission:read") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminPreviewCommissionType>, res: MedusaResponse) => {
  const { limit, offset, ...asked } = req.validatedBody

  res.json(await commissionPreview(req.scope, changeOf(asked), { take: limit, skip: offset }))
}
