import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { updateShopWorkflow } from "../../../../workflows/vendor/workflows/update-shop"
import { actingStaff, retrieveVendor, shownTo } from "../helpers"
import { retrieveVendorQueryConfig } from "../query-config"
import type { AdminUpdateVendorType } from "../validators"

export const ACCESS = { GET: staff("vendors:read"), POST: staff("vendors:write") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  actingStaff(req)

  res.json({ vendor: shownTo(req, await retrieveVendor(req.scope, req.params.id!, req.queryConfig.fields)) })
}

export const POST = async (req: MedusaRequest<AdminUpdateVendorType>, res: MedusaResponse) => {
  actingStaff(req)
  const id = req.params.id!
  await updateShopWorkflow(req.scope).run({ input: { vendor_id: id, patch: req.validatedBody, by: "staff" } })

  res.json({ vendor: await retrieveVendor(req.scope, id, retrieveVendorQueryConfig.defaults) })
}
