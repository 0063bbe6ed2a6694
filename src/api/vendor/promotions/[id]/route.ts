import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { deleteVendorPromotionWorkflow } from "../../../../workflows/vendor-promotion/workflows/delete-promotion"
import { updateVendorPromotionWorkflow } from "../../../../workflows/vendor-promotion/workflows/update-promotion"
import { boundVendorId } from "../../context"
import { retrievePromotion } from "../helpers"
import type { VendorUpdatePromotionType } from "../validators"

export const ACCESS = {
  GET: vendor("promotions:read"),
  POST: vendor("promotions:write"),
  DELETE: vendor("promotions:write"),
} satisfies RouteAccess

const ownPromotion = (req: MedusaRequest) => ({ vendor_id: boundVendorId(req), promotion_id: req.params.id! })

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ promotion: await retrievePromotion(req, req.params.id!) })
}

export const POST = async (req: MedusaRequest<VendorUpdatePromotionType>, res: MedusaResponse) => {
  const { result } = await updateVendorPromotionWorkflow(req.scope).run({
    input: { ...ownPromotion(req), update: req.validatedBody },
  })

  res.json({ promotion: await retrievePromotion(req, result.id) })
}

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const { result } = await deleteVendorPromotionWorkflow(req.scope).run({ input: ownPromotion(req) })

  res.json({ id: result.id, object: "promotion", deleted: true })
}
