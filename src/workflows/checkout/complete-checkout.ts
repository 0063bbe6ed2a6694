import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { completeCartWorkflowId } from "@medusajs/medusa/core-flows"
import { ErrorCode, notFound } from "../../lib/errors"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { type CheckoutProblem, checkoutProblem } from "./checkout-problem"
import { repairCheckoutWorkflow } from "./workflows/repair-checkout"

export type CheckoutOutcome = { order_id: string } | { problem: CheckoutProblem }

/**
 * Completes a cart by core's own workflow, whoever asks: the store route, the inbox or reconciliation. What an
 * earlier, interrupted completion left is finished or undone first, because core would answer its half-made order.
 * @throws what is not the shopper's to solve
 */
export async function completeCheckout(container: MedusaContainer, cartId: string): Promise<CheckoutOutcome> {
  const vendorOrders = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  if (await vendorOrders.openCheckoutOf(cartId)) {
    const { result } = await repairCheckoutWorkflow(container).run({ input: { cart_id: cartId } })
    if (result.order_id) {
      return { order_id: result.order_id }
    }
  }

  const engine = container.resolve(Modules.WORKFLOW_ENGINE)
  const { errors, result } = await engine.run(completeCartWorkflowId, {
    input: { id: cartId },
    throwOnError: false,
  })
  const [failure] = errors ?? []
  if (!failure) {
    return { order_id: (result as { id: string }).id }
  }
  const problem = checkoutProblem(failure)
  if (!problem) {
    await assertCartExists(container, cartId)
    throw failure.error
  }

  return { problem }
}

/** As an error, for callers that have no other answer for a refused completion. */
export function problemAsError({ type, code, message }: CheckoutProblem): MedusaError {
  return new MedusaError(type, message, code)
}

async function assertCartExists(container: MedusaContainer, cartId: string): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields: ["id"], filters: { id: cartId } })
  if (!data.length) {
    throw notFound(ErrorCode.CART_NOT_FOUND, `Cart ${cartId} was not found.`)
  }
}
