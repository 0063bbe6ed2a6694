import type { MedusaRequest } from "@medusajs/framework/http"
import { listVendorDisputes, retrieveVendorDispute } from "../../../workflows/dispute/dispute-view"
import { pageParams } from "../../store/disputes/helpers"
import type { StoreGetDisputesParamsType } from "../../store/disputes/validators"
import { boundVendorId, vendorContext } from "../context"

/** The case that the request names, the shop that it is bound to, and who acts. */
export const caseRef = (req: MedusaRequest) => ({
  dispute_id: req.params.id ?? "",
  vendor_id: boundVendorId(req),
  by: vendorContext(req).actor.id,
})

/** The answer of every change: the case as it is now. */
export const answerCase = async (req: MedusaRequest) => ({
  dispute: await retrieveVendorDispute(req.scope, boundVendorId(req), req.params.id ?? ""),
})

export function listCases(req: MedusaRequest) {
  // Validated by the middleware of this very route, without an order's id.
  const { filters, page } = pageParams(req.validatedQuery as unknown as StoreGetDisputesParamsType)

  return listVendorDisputes(req.scope, { ...filters, vendor_id: boundVendorId(req) }, page)
}
