import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../../../lib/route-access"
import { changeVendorOptionWorkflow } from "../../../../../workflows/vendor-product/workflows/change-option"
import { ownProductRef, retrieveProduct } from "../../helpers"
import type { VendorCreateOptionType } from "../../validators"

export const ACCESS = {
  POST: vendor("products:write", { while: WHILE_PREPARING }),
} satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorCreateOptionType>, res: MedusaResponse) => {
  const { result } = await changeVendorOptionWorkflow(req.scope).run({
    input: { ...ownProductRef(req), change: { kind: "add", option: req.validatedBody } },
  })

  res.status(201).json({ product: await retrieveProduct(req, result.id) })
}
