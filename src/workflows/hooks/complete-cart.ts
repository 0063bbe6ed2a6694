import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { assertCheckoutAllowed, type CheckoutCart } from "../checkout/assert-checkout-allowed"
import { undoPartition } from "../vendor-order/undo-partition"
import { partitionOrderWorkflow } from "../vendor-order/workflows/partition-order"

type HookContext = { container: MedusaContainer }
type Hook<Input> = (
  invoke: (input: Input, context: HookContext) => Promise<StepResponse<null, string>>,
  compensate: (undo: string | undefined, context: HookContext) => Promise<void>
) => void

// `orderCreated` is declared at run time but, being marked internal, is absent from core's types.
const hooks = completeCartWorkflow.hooks as unknown as {
  validate: Hook<{ cart: CheckoutCart }>
  orderCreated: Hook<{ order_id: string; cart_id: string }>
}

const vendorOrders = (container: MedusaContainer) =>
  container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)

/** Refuses what must not be charged, then notes the attempt so that a killed server leaves a trace to repair. */
hooks.validate(
  async ({ cart }, { container }) => {
    const { order_exists, payment_session_id } = await assertCheckoutAllowed(container, cart)
    if (order_exists) {
      return new StepResponse(null)
    }
    await vendorOrders(container).openCheckout(cart.id, payment_session_id)

    return new StepResponse(null, cart.id)
  },
  async (cartId, { container }) => {
    if (cartId) {
      await vendorOrders(container).closeCheckout(cartId)
    }
  }
)

/** Divides the order and posts the sale inside the completion, so that a failure undoes the order with it. */
hooks.orderCreated(
  async ({ order_id, cart_id }, { container }) => {
    const attempt = await vendorOrders(container).openCheckoutOf(cart_id)
    await partitionOrderWorkflow(container).run({
      input: { order_id, cart_id, payment_session_id: attempt?.payment_session_id ?? null },
    })
    await closeQuietly(container, cart_id)

    return new StepResponse(null, order_id)
  },
  async (orderId, { container }) => {
    if (orderId) {
      await undoPartition(container, orderId)
    }
  }
)

/** The order is placed and posted: a trace that stays is cleared by the next reconciliation, not worth a refund. */
async function closeQuietly(container: MedusaContainer, cartId: string): Promise<void> {
  try {
    await vendorOrders(container).closeCheckout(cartId)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`The attempt of cart ${cartId} stays open until the next reconciliation: ${error}`)
  }
}
