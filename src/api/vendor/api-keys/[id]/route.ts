import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_OPEN } from "../../../../lib/route-access"
import { retrieveApiKey } from "../../../../workflows/vendor-member/list-api-keys"
import { revokeVendorApiKeyWorkflow } from "../../../../workflows/vendor-member/workflows/revoke-vendor-api-key"
import { boundVendorId } from "../../context"

/** A key that leaked has to end at once, wherever its owner's second factor lies. */
export const ACCESS = {
  GET: vendor("api-keys:read", { api_key: false }),
  DELETE: vendor("api-keys:write", { while: WHILE_OPEN, api_key: false }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ api_key: await retrieveApiKey(req.scope, boundVendorId(req), req.params.id!) })
}

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const id = req.params.id!
  await revokeVendorApiKeyWorkflow(req.scope).run({ input: { vendor_id: boundVendorId(req), id } })

  res.json({ id, object: "vendor_api_key", deleted: true })
}
