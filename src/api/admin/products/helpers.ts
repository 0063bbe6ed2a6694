import type { MedusaRequest } from "@medusajs/framework/http"
import type { DecisionKind } from "../../../modules/vendor/domain/product-status"
import { decideProductWorkflow } from "../../../workflows/vendor-product/workflows/decide-product"
import { staffContext } from "../../access/admit-staff"

/** Staff's decision on the product that the path names. */
export async function decideProduct(req: MedusaRequest, decision: DecisionKind, reason: string | null) {
  const { result } = await decideProductWorkflow(req.scope).run({
    input: {
      product_id: req.params.id ?? "",
      decision,
      reason,
      actor: staffContext(req).user_id,
    },
  })

  return { product: { id: result.id, vendor_id: result.vendor_id, status: result.to } }
}
