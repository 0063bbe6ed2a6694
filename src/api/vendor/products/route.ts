import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../lib/route-access"
import { createVendorProductWorkflow } from "../../../workflows/vendor-product/workflows/create-product"
import { boundVendorId } from "../context"
import { listProducts, productRules, retrieveProduct } from "./helpers"
import type { VendorCreateProductType } from "./validators"

export const ACCESS = {
  GET: vendor("products:read"),
  POST: vendor("products:write", { while: WHILE_PREPARING }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await listProducts(req))
}

export const POST = async (req: MedusaRequest<VendorCreateProductType>, res: MedusaResponse) => {
  const { result } = await createVendorProductWorkflow(req.scope).run({
    input: { vendor_id: boundVendorId(req), product: req.validatedBody, rules: productRules(req) },
  })

  res.status(201).json({ product: await retrieveProduct(req, result.id) })
}
