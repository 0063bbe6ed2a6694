import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { createVendorShippingOptionWorkflow } from "../../../workflows/vendor-shipping/workflows/create-option"
import { boundVendorId } from "../context"
import { listShippingOptions, retrieveShippingOption } from "./helpers"
import type { VendorCreateShippingOptionType } from "./validators"

export const ACCESS = {
  GET: vendor("shipping:read"),
  POST: vendor("shipping:write"),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await listShippingOptions(req))
}

export const POST = async (req: MedusaRequest<VendorCreateShippingOptionType>, res: MedusaResponse) => {
  const { result } = await createVendorShippingOptionWorkflow(req.scope).run({
    input: { vendor_id: boundVendorId(req), option: req.validatedBody },
  })

  res.status(201).json({ shipping_option: await retrieveShippingOption(req, result.id) })
}
