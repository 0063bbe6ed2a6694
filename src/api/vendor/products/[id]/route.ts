import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../../lib/route-access"
import { deleteVendorProductWorkflow } from "../../../../workflows/vendor-product/workflows/delete-product"
import { updateVendorProductWorkflow } from "../../../../workflows/vendor-product/workflows/update-product"
import { ownProductRef, retrieveProduct } from "../helpers"
import type { VendorUpdateProductType } from "../validators"

export const ACCESS = {
  GET: vendor("products:read"),
  POST: vendor("products:write", { while: WHILE_PREPARING }),
  DELETE: vendor("products:write", { while: WHILE_PREPARING }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ product: await retrieveProduct(req, req.params.id!, req.queryConfig.fields) })
}

export const POST = async (req: MedusaRequest<VendorUpdateProductType>, res: MedusaResponse) => {
  const { result } = await updateVendorProductWorkflow(req.scope).run({
    input: { ...ownProductRef(req), update: req.validatedBody },
  })

  res.json({ product: await retrieveProduct(req, result.id) })
}

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const { result } = await deleteVendorProductWorkflow(req.scope).run({ input: ownProductRef(req) })

  res.json({ id: result.id, object: "product", deleted: true })
}
