import type { MedusaRequest } from "@medusajs/framework/http"
import { actOnReturn, type ReturnAct } from "../../../workflows/vendor-order/act-on-return"
import { retrieveVendorReturn } from "../../../workflows/vendor-order/list-vendor-returns"
import { boundVendorId, vendorContext } from "../context"

/** Does it to the shop's return in the path, and answers the return as it is then. */
export async function answerReturn(req: MedusaRequest, act: ReturnAct) {
  const [id, vendor_id] = [req.params.id ?? "", boundVendorId(req)]
  await actOnReturn(req.scope, { return_id: id, vendor_id, actor: vendorContext(req).actor.id, ...act })

  return { return: await retrieveVendorReturn(req.scope, { vendor_id, id }) }
}
