import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../../../../lib/route-access"
import { changeVendorOptionWorkflow } from "../../../../../../workflows/vendor-product/workflows/change-option"
import { ownProductRef, retrieveProduct } from "../../../helpers"
import type { VendorUpdateOptionType } from "../../../validators"

export const ACCESS = {
  POST: vendor("products:write", { while: WHILE_PREPARING }),
  DELETE: vendor("products:write", { while: WHILE_PREPARING }),
} satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorUpdateOptionType>, res: MedusaResponse) => {
  const change = { kind: "update" as const, option_id: req.params.option_id!, option: req.validatedBody }
  const { result } = await changeVendorOptionWorkflow(req.scope).run({
    input: { ...ownProductRef(req), change },
  })

  res.json({ product: await retrieveProduct(req, result.id) })
}

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const option_id = req.params.option_id!
  await changeVendorOptionWorkflow(req.scope).run({
    input: { ...ownProductRef(req), change: { kind: "remove", option_id } },
  })

  res.json({ id: option_id, object: "product_option", deleted: true })
}
