import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { orderOf } from "../../../lib/list-params"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../lib/route-access"
import { listApiKeys, retrieveApiKey } from "../../../workflows/vendor-member/list-api-keys"
import { makeVendorApiKey } from "../../../workflows/vendor-member/make-api-key"
import { boundVendorId, vendorContext } from "../context"
import type { VendorCreateApiKeyType, VendorGetApiKeysParamsType } from "./validators"

export const ACCESS = {
  GET: vendor("api-keys:read", { api_key: false }),
  POST: vendor("api-keys:write", { while: WHILE_PREPARING, step_up: true }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { limit, offset, order } = req.validatedQuery as VendorGetApiKeysParamsType
  const { api_keys, count } = await listApiKeys(req.scope, boundVendorId(req), {
    skip: offset,
    take: limit,
    order: orderOf(order),
  })

  res.json({ api_keys, count, offset, limit })
}

export const POST = async (req: MedusaRequest<VendorCreateApiKeyType>, res: MedusaResponse) => {
  const { vendor_id, actor } = vendorContext(req)
  const { id, token } = await makeVendorApiKey(req.scope, {
    ...req.validatedBody,
    vendor_id,
    created_by: actor.id,
  })

  // The only answer that ever carries the key.
  res.status(201).json({ api_key: await retrieveApiKey(req.scope, vendor_id, id), token })
}
