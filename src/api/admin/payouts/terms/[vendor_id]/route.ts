import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { payoutTermsView } from "../../../../../workflows/payout/read-payout-terms"
import { setPayoutTermsWorkflow } from "../../../../../workflows/payout/workflows/set-payout-terms"
import { staffContext } from "../../../../access/admit-staff"
import type { AdminSetPayoutTermsType } from "../../validators"

export const ACCESS = {
  GET: staff("payouts:read"),
  POST: staff("payouts:approve", { step_up: true }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ payout_terms: await payoutTermsView(req.scope, req.params.vendor_id!) })
}

export const POST = async (req: MedusaRequest<AdminSetPayoutTermsType>, res: MedusaResponse) => {
  const vendor_id = req.params.vendor_id!
  await setPayoutTermsWorkflow(req.scope).run({
    input: { vendor_id, terms: req.validatedBody, by: staffContext(req).user_id },
  })

  res.json({ payout_terms: await payoutTermsView(req.scope, vendor_id) })
}
