import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { listVendorPayouts, retrieveVendorPayout } from "../../../workflows/payout/payout-view"
import { requestPayoutWorkflow } from "../../../workflows/payout/workflows/request-payout"
import { boundVendorId, vendorContext } from "../context"
import type { VendorGetPayoutsParamsType, VendorRequestPayoutType } from "./validators"

export const ACCESS = {
  GET: vendor("payouts:read"),
  POST: vendor("payouts:request", { step_up: true }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as VendorGetPayoutsParamsType

  res.json(await listVendorPayouts(req.scope, boundVendorId(req), query))
}

export const POST = async (req: MedusaRequest<VendorRequestPayoutType>, res: MedusaResponse) => {
  const vendor_id = boundVendorId(req)
  const { result } = await requestPayoutWorkflow(req.scope).run({
    input: { ...req.validatedBody, vendor_id, by: vendorContext(req).actor.id },
  })

  res.status(201).json({ payout: await retrieveVendorPayout(req.scope, vendor_id, result.id) })
}
