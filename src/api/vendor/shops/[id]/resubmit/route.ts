import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../../lib/route-access"
import { actOnShopWorkflow } from "../../../../../workflows/vendor/workflows/act-on-shop"
import { vendorContext } from "../../../context"
import { ownShopId, retrieveShop } from "../../helpers"
import { retrieveShopQueryConfig } from "../../query-config"

export const ACCESS = {
  POST: vendor("shop:write", { while: ["rejected", "pending"], api_key: false }),
} satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await actOnShopWorkflow(req.scope).run({
    input: { vendor_id: ownShopId(req), action: "resubmit", actor: vendorContext(req).actor.id },
  })

  res.json({ shop: await retrieveShop(req, retrieveShopQueryConfig.defaults) })
}
