import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { setVendorStockWorkflow } from "../../../../workflows/vendor-inventory/workflows/set-stock"
import { boundVendorId } from "../../context"
import { retrieveInventoryItem } from "../helpers"
import type { VendorSetStockType } from "../validators"

export const ACCESS = {
  GET: vendor("inventory:read"),
  POST: vendor("inventory:write"),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ inventory_item: await retrieveInventoryItem(req, req.params.id!) })
}

export const POST = async (req: MedusaRequest<VendorSetStockType>, res: MedusaResponse) => {
  const id = req.params.id!
  await setVendorStockWorkflow(req.scope).run({
    input: { vendor_id: boundVendorId(req), levels: [{ ...req.validatedBody, inventory_item_id: id }] },
  })

  res.json({ inventory_item: await retrieveInventoryItem(req, id) })
}
