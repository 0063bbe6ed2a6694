import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, createPaymentSessionsWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { ownedLock } from "../../owned-lock"
import { planSplitStep } from "../../split/steps/plan-split"
import { clientSessionData } from "../client-session-data"
import { assertCartOpenStep } from "../steps/assert-cart-open"
import { validatePaymentStartStep } from "../steps/validate-payment-start"

const LOCK_WAIT_SECONDS = 5
const LOCK_TTL_SECONDS = 120

export const startPaymentWorkflowId = "start-payment"

export type StartPaymentInput = {
  payment_collection_id: string
  provider_id: string
  customer_id?: string
  /** From the client; each provider takes an allow-list of it. */
  data?: Record<string, unknown>
}

/**
 * Core's creation of a payment session, behind Merkato's checks and with the buyer's e-mail from the cart. It waits
 * for a completion of the cart, whose session it would take away, and for another start of its payment.
 */
export const startPaymentWorkflow = createWorkflow(startPaymentWorkflowId, (input: StartPaymentInput) => {
  const buyer = validatePaymentStartStep({
    payment_collection_id: input.payment_collection_id,
    provider_id: input.provider_id,
  })
  // The key under which core completes the cart.
  const lock = transform({ input, buyer }, (data) =>
    ownedLock(data.buyer.cart_id ?? data.input.payment_collection_id, {
      timeout: LOCK_WAIT_SECONDS,
      ttl: LOCK_TTL_SECONDS,
    })
  )
  acquireLockStep(lock)
  assertCartOpenStep({ cart_id: buyer.cart_id })
  const split = planSplitStep({ gateway: buyer.gateway, cart_id: buyer.cart_id })

  const session = transform({ input, buyer, split }, (data) => ({
    ...data.input,
    data: {
      ...clientSessionData(data.buyer.gateway, data.input.data),
      ...(data.buyer.email ? { email: data.buyer.email } : {}),
      // Never the client's: what is not ours is cut off above.
      ...(data.split ? { split: data.split } : {}),
    },
  }))
  const created = createPaymentSessionsWorkflow.runAsStep({ input: session })
  releaseLockStep(lock)

  return new WorkflowResponse(created)
})
