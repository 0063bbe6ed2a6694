import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { createVendorPromotionWorkflow } from "../../../workflows/vendor-promotion/workflows/create-promotion"
import { boundVendorId } from "../context"
import { listPromotions, retrievePromotion } from "./helpers"
import type { VendorCreatePromotionType } from "./validators"

export const ACCESS = {
  GET: vendor("promotions:read"),
  POST: vendor("promotions:write"),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await listPromotions(req))
}

export const POST = async (req: MedusaRequest<VendorCreatePromotionType>, res: MedusaResponse) => {
  const { result } = await createVendorPromotionWorkflow(req.scope).run({
    input: { vendor_id: boundVendorId(req), promotion: req.validatedBody },
  })

  res.status(201).json({ promotion: await retrievePromotion(req, result.id) })
}
