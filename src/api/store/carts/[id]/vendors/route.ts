import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { groupCartByVendor } from "../../../../../workflows/shipping/group-cart-by-vendor"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await groupCartByVendor(req.scope, req.params.id!))
}
