import { completeCartWorkflowId } from "@medusajs/medusa/core-flows"
import { overrideStep } from "../../lib/override-step"

type CartResult = { data?: { id: string; metadata?: Record<string, unknown> | null } }

/**
 * Core writes the order first and links it to its cart later; a server killed in between leaves an order that
 * nobody can trace. The order takes over the cart's metadata, so the cart's id travels there and `repairCheckout`
 * finds the orphan.
 */
overrideStep(completeCartWorkflowId, "cart-query", async ({ original }) => {
  const result = (await original()) as CartResult
  if (!result.data) {
    return result
  }

  return {
    ...result,
    data: { ...result.data, metadata: { ...result.data.metadata, cart_id: result.data.id } },
  }
})
