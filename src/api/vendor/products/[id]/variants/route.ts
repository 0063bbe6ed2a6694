import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../../../lib/route-access"
import { createVendorVariantWorkflow } from "../../../../../workflows/vendor-product/workflows/create-variant"
import { listVariants, ownProductRef, retrieveVariant } from "../../helpers"
import type { VendorCreateVariantType } from "../../validators"

export const ACCESS = {
  GET: vendor("products:read"),
  POST: vendor("products:write", { while: WHILE_PREPARING }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await listVariants(req))
}

export const POST = async (req: MedusaRequest<VendorCreateVariantType>, res: MedusaResponse) => {
  const { result } = await createVendorVariantWorkflow(req.scope).run({
    input: { ...ownProductRef(req), variant: req.validatedBody },
  })

  res.status(201).json({ variant: await retrieveVariant(req, result.id) })
}
