import type { MedusaRequest } from "@medusajs/framework/http"
import { listVendorDisputes, retrieveVendorDispute } from "../../../workflows/dispute/dispute-view"
import { pageParams } from "../../store/disputes/helpers"
import { boundVendorId, vendorContext } from "../context"
import type { VendorGetDisputesParamsType } from "./validators"

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
  // Validated by the middleware of this very route.
  const { order_id, ...query } = req.validatedQuery as unknown as VendorGetDisputesParamsType
  const { filters, page } = pageParams(query)
  const of = { vendor_id: boundVendorId(req), vendor_order_id: order_id }

  return listVendorDisputes(req.scope, { ...filters, ...of }, page)
}
