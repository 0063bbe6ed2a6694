import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { pickInventoryItems, setInventoryItems } from "../helpers"
import type { VendorSetStocksType } from "../validators"

export const ACCESS = { POST: vendor("inventory:write") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorSetStocksType>, res: MedusaResponse) => {
  const { levels } = req.validatedBody
  await setInventoryItems(req, levels)

  const ids = levels.map(({ inventory_item_id }) => inventory_item_id)
  res.json({ inventory_items: await pickInventoryItems(req, ids) })
}
