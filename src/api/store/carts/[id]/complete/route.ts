import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers"
import { defaultStoreCartFields } from "@medusajs/medusa/api/store/carts/query-config"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { completeCheckout, problemAsError } from "../../../../../workflows/checkout/complete-checkout"

/** Core's route and contract, with a `code` on every refusal and interrupted completions repaired first. */
export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const outcome = await completeCheckout(req.scope, req.params.id!)
  if ("order_id" in outcome) {
    const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "order",
      fields: req.queryConfig.fields,
      filters: { id: outcome.order_id },
    })
    res.json({ type: "order", order: data[0] })
    return
  }
  const { answer, type, code, message } = outcome.problem
  if (answer === "error") {
    throw problemAsError(outcome.problem)
  }
  const cart = await refetchCart(req.params.id!, req.scope, defaultStoreCartFields)
  res.json({ type: "cart", cart, error: { type, code, message, name: type } })
}
