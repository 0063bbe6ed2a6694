import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type { DecisionKind } from "../../../modules/vendor/domain/product-status"
import type VendorModuleService from "../../../modules/vendor/service"
import { decideProductWorkflow } from "../../../workflows/vendor-product/workflows/decide-product"
import { staffContext } from "../../access/admit-staff"
import type { AdminApproveProductType } from "./validators"

type Decision = AdminApproveProductType & { reason?: string }

/** Staff's decision on the product that the path names. */
export async function decideProduct(req: MedusaRequest<Decision>, decision: DecisionKind) {
  const { version, reason = null } = req.validatedBody
  const { result: product } = await decideProductWorkflow(req.scope).run({
    input: {
      product_id: req.params.id ?? "",
      decision,
      reason,
      version,
      actor: staffContext(req).user_id,
    },
  })

  return { product }
}

/**
 * Core's answer with one product names its version, which an approval has to bring back. It is read before the product:
 * a change in between makes it too old, and never newer than what is shown.
 */
export async function showVersion(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const version = await req.scope
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .readProductVersion(req.params.id ?? "")
  const sendJson = res.json.bind(res)
  res.json = (answer) => {
    const { product, ...rest } = answer as { product?: object }

    return sendJson(product ? { ...rest, product: { ...product, version } } : answer)
  }
  next()
}
