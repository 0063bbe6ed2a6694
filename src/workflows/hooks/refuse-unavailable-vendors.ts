import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  addToCartWorkflow,
  createCartWorkflow,
  updateLineItemInCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { findUnavailableVendors } from "../vendor/vendor-owners"

async function assertSellable(container: MedusaContainer, productIds: string[]): Promise<void> {
  const unavailable = await findUnavailableVendors(container, productIds)
  if (unavailable.length) {
    throw notAllowed(
      ErrorCode.VENDOR_UNAVAILABLE,
      `This shop is not selling at the moment: ${unavailable.map((vendor) => vendor.name).join(", ")}.`
    )
  }
}

async function productsOf(
  container: MedusaContainer,
  items: { variant_id?: string | null }[] = []
): Promise<string[]> {
  const ids = items.flatMap((item) => item.variant_id ?? [])
  if (!ids.length) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["product_id"],
    filters: { id: ids },
  })

  return data.flatMap((variant) => variant.product_id ?? [])
}

addToCartWorkflow.hooks.validate(async ({ input }, { container }) => {
  await assertSellable(container, await productsOf(container, input.items))
  return new StepResponse(null)
})

createCartWorkflow.hooks.validate(async ({ input }, { container }) => {
  await assertSellable(container, await productsOf(container, input.items))
  return new StepResponse(null)
})

updateLineItemInCartWorkflow.hooks.validate(async ({ input, cart }, { container }) => {
  const item = (cart as { items?: { id: string; variant_id?: string | null }[] }).items?.find(
    ({ id }) => id === input.item_id
  )
  await assertSellable(container, await productsOf(container, item ? [item] : []))
  return new StepResponse(null)
})
