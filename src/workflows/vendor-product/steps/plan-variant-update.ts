import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertCodesFree } from "../check-references"
import { coreVariant, pricesOf } from "../core-input"
import { assertChoice, choiceOf, type OwnVariant, retrieveOwnProduct, variantOf } from "../own-product"
import { statusAfter } from "../product-status"
import { readStore } from "../read-store"
import { readVendor } from "../read-vendor"
import type { OwnProductRef, VariantUpdate } from "../types"
import { pricesAfter } from "../variant-prices"
import { assertAllSent, assertNotReserved, soleItemsOf } from "../variant-stock"

export type UpdateVariantInput = OwnProductRef & { variant_id: string; update: VariantUpdate }

/** What core is asked to change of a variant of this shop, and of its stock. Reads only. */
export const planVariantUpdateStep = createStep(
  "plan-vendor-variant-update",
  async (input: UpdateVariantInput, { container }) => {
    const { vendor_id, product_id, variant_id, update, rules } = input
    const product = await retrieveOwnProduct(container, vendor_id, product_id)
    const variant = variantOf(product, variant_id)
    const choice = choiceOf(product, variant)
    if (update.options) {
      assertChoice(product, update.options, variant.id)
    }
    await assertCodesFree(container, [update], variant.id)
    const has_content_changed =
      (update.title !== undefined && update.title !== variant.title) ||
      (update.material !== undefined && (update.material || null) !== (variant.material || null)) ||
      Object.entries(update.options ?? {}).some(([title, value]) => choice[title] !== value)
    const to = await statusAfter(container, product, { has_content_changed }, rules)
    const [vendor, prices] = await Promise.all([
      readVendor(container, vendor_id),
      readPrices(container, variant.id, update),
    ])

    return new StepResponse({
      move: { id: product.id, vendor_id, from: product.status, to },
      variant_id: variant.id,
      location_id: vendor.stock_location_id,
      update: { ...coreVariant(update), ...(prices ? { prices } : {}) },
      ...(await planItems(container, variant, update)),
    })
  }
)

async function readPrices(container: MedusaContainer, variantId: string, { prices }: VariantUpdate) {
  if (!prices) {
    return null
  }
  const { currencies } = await readStore(container)

  return pricesAfter(container, variantId, pricesOf(prices, currencies))
}

/**
 * Core keeps the inventory item of a variant that stops counting its stock, and its old code when the variant gets
 * another: both would block the code for ever, since codes of items are unique too.
 */
async function planItems(container: MedusaContainer, variant: OwnVariant, update: VariantUpdate) {
  const items = await soleItemsOf(container, [variant.id])
  if (update.manage_inventory && !variant.manage_inventory) {
    await assertAllSent(container, variant.id)
  }
  if (update.manage_inventory === false) {
    await assertNotReserved(container, items)

    return { dropped_item_ids: items, renamed_items: [] }
  }
  const { sku } = update
  const isOtherSku = sku !== undefined && sku !== variant.sku

  return {
    dropped_item_ids: [] as string[],
    renamed_items: isOtherSku ? items.map((id) => ({ id, sku })) : [],
  }
}
