import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { updateVendorLocationWorkflow } from "../../../../workflows/vendor-inventory/workflows/update-location"
import { boundVendorId } from "../../context"
import { retrieveStockLocation } from "../helpers"
import type { VendorUpdateStockLocationType } from "../validators"

export const ACCESS = {
  GET: vendor("inventory:read"),
  POST: vendor("inventory:write"),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ stock_location: await retrieveStockLocation(req, req.params.id!) })
}

export const POST = async (req: MedusaRequest<VendorUpdateStockLocationType>, res: MedusaResponse) => {
  const { result } = await updateVendorLocationWorkflow(req.scope).run({
    input: { vendor_id: boundVendorId(req), location_id: req.params.id!, update: req.validatedBody },
  })

  res.json({ stock_location: await retrieveStockLocation(req, result.id) })
}
