import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../../../lib/route-access"
import { duplicateVendorProductWorkflow } from "../../../../../workflows/vendor-product/workflows/duplicate-product"
import { ownProductRef, retrieveProduct } from "../../helpers"

export const ACCESS = {
  POST: vendor("products:write", { while: WHILE_PREPARING }),
} satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { result } = await duplicateVendorProductWorkflow(req.scope).run({ input: ownProductRef(req) })

  res.status(201).json({ product: await retrieveProduct(req, result.id) })
}
