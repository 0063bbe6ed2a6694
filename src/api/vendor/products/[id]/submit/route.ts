import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../../../lib/route-access"
import { submitVendorProductWorkflow } from "../../../../../workflows/vendor-product/workflows/submit-product"
import { ownProductRef, retrieveProduct } from "../../helpers"

export const ACCESS = {
  POST: vendor("products:write", { while: WHILE_PREPARING }),
} satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { result } = await submitVendorProductWorkflow(req.scope).run({ input: ownProductRef(req) })

  res.json({ product: await retrieveProduct(req, result.id) })
}
