import type { AddToCartWorkflowInputDTO } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  addShippingMethodToCartWorkflow,
  addToCartWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { ownedLock } from "../../owned-lock"
import { findDefaultShippingStep } from "../steps/find-default-shipping"

export const addItemToCartWorkflowId = "add-item-to-cart"

/**
 * Core's adding of items; when the shopper has chosen a delivery before and the item brings another shop, that shop
 * gets its default method in the same request, so that a storefront that knows nothing of shops can still complete.
 */
export const addItemToCartWorkflow = createWorkflow(
  addItemToCartWorkflowId,
  (input: AddToCartWorkflowInputDTO & { additional_data?: Record<string, unknown> }) => {
    // Core's own workflows take no lock when they run inside another one.
    const lock = transform(input, ({ cart_id }) => ownedLock(cart_id, { timeout: 2, ttl: 10 }))
    acquireLockStep(lock)
    addToCartWorkflow.runAsStep({ input })

    const search = transform({ input }, (data) => ({
      cart_id: data.input.cart_id,
      chosen_option_ids: [],
      only_if_chosen: true,
    }))
    const options = findDefaultShippingStep(search)

    when("another-shop-without-method", { options }, (data) => data.options.length > 0).then(() => {
      addShippingMethodToCartWorkflow.runAsStep({ input: { cart_id: input.cart_id, options } })
    })

    releaseLockStep(lock)

    return new WorkflowResponse(options)
  }
)
