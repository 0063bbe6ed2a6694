import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { retrieveSellingVendor } from "../helpers"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ vendor: await retrieveSellingVendor(req.scope, req.params.handle!, req.queryConfig.fields) })
}
