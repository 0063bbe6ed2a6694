import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { retrieveInventoryItem, setInventoryItems } from "../helpers"
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
  await setInventoryItems(req, [{ ...req.validatedBody, inventory_item_id: id }])

  res.json({ inventory_item: await retrieveInventoryItem(req, id) })
}
