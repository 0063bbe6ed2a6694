import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { updateVendorShippingOptionWorkflow } from "../../../../workflows/vendor-shipping/workflows/update-option"
import { withdrawVendorShippingOptionWorkflow } from "../../../../workflows/vendor-shipping/workflows/withdraw-option"
import { boundVendorId } from "../../context"
import { retrieveShippingOption } from "../helpers"
import type { VendorUpdateShippingOptionType } from "../validators"

export const ACCESS = {
  GET: vendor("shipping:read"),
  POST: vendor("shipping:write"),
  DELETE: vendor("shipping:write"),
} satisfies RouteAccess

const ownOption = (req: MedusaRequest) => ({ vendor_id: boundVendorId(req), option_id: req.params.id! })

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ shipping_option: await retrieveShippingOption(req, req.params.id!) })
}

export const POST = async (req: MedusaRequest<VendorUpdateShippingOptionType>, res: MedusaResponse) => {
  const { result } = await updateVendorShippingOptionWorkflow(req.scope).run({
    input: { ...ownOption(req), update: req.validatedBody },
  })

  res.json({ shipping_option: await retrieveShippingOption(req, result.id) })
}

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const { result } = await withdrawVendorShippingOptionWorkflow(req.scope).run({ input: ownOption(req) })

  res.json({ id: result.id, object: "shipping_option", deleted: true })
}
