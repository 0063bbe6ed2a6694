import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../../../../lib/route-access"
import { deleteVendorVariantWorkflow } from "../../../../../../workflows/vendor-product/workflows/delete-variant"
import { updateVendorVariantWorkflow } from "../../../../../../workflows/vendor-product/workflows/update-variant"
import { ownProductRef, retrieveVariant } from "../../../helpers"
import type { VendorUpdateVariantType } from "../../../validators"

export const ACCESS = {
  GET: vendor("products:read"),
  POST: vendor("products:write", { while: WHILE_PREPARING }),
  DELETE: vendor("products:write", { while: WHILE_PREPARING }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ variant: await retrieveVariant(req, req.params.variant_id!, req.queryConfig.fields) })
}

export const POST = async (req: MedusaRequest<VendorUpdateVariantType>, res: MedusaResponse) => {
  const { result } = await updateVendorVariantWorkflow(req.scope).run({
    input: { ...ownProductRef(req), variant_id: req.params.variant_id!, update: req.validatedBody },
  })

  res.json({ variant: await retrieveVariant(req, result.id) })
}

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const { result } = await deleteVendorVariantWorkflow(req.scope).run({
    input: { ...ownProductRef(req), variant_id: req.params.variant_id! },
  })

  res.json({ id: result.id, object: "product_variant", deleted: true })
}
