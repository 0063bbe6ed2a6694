import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../../lib/route-access"
import { updateShopWorkflow } from "../../../../workflows/vendor/workflows/update-shop"
import { ownShopId, retrieveShop } from "../helpers"
import { retrieveShopQueryConfig } from "../query-config"
import type { VendorUpdateShopType } from "../validators"

export const ACCESS = {
  GET: vendor("shop:read"),
  POST: vendor("shop:write", { while: WHILE_PREPARING }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ shop: await retrieveShop(req, req.queryConfig.fields) })
}

export const POST = async (req: MedusaRequest<VendorUpdateShopType>, res: MedusaResponse) => {
  await updateShopWorkflow(req.scope).run({
    input: { vendor_id: ownShopId(req), patch: req.validatedBody, by: "shop" },
  })

  res.json({ shop: await retrieveShop(req, retrieveShopQueryConfig.defaults) })
}
