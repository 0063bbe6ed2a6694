import { MathBN } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import type { Amount } from "../../lib/money"
import { OWNER_MARK, SHOP_SUBTOTALS } from "../../modules/vendor/domain/shop-promotion"
import { vendorOwners } from "../vendor/vendor-owners"

type Cart = {
  items?: { product_id?: string | null; unit_price: Amount; quantity: Amount }[]
  shipping_methods?: { shipping_option?: { shipping_profile_id?: string | null } | null }[]
}

/**
 * Says of everything in a cart whose it is, by the same facts that the order is later divided by. A promotion of a shop
 * asks for its own mark; where this has not run, nothing is marked and no such promotion holds.
 */
updateCartPromotionsWorkflow.hooks.setPromotionContext(async ({ cart }, { container }) => {
  const { items = [], shipping_methods = [] } = cart as Cart
  if (!items.length) {
    return new StepResponse({})
  }
  const owners = await vendorOwners(container, {
    product_ids: items.flatMap(({ product_id }) => product_id ?? []),
    shipping_profile_ids: shipping_methods.flatMap(
      ({ shipping_option }) => shipping_option?.shipping_profile_id ?? []
    ),
  })
  const marked = items.map((item) => ({ ...item, [OWNER_MARK]: owners.ofProduct(item.product_id).id }))

  return new StepResponse({
    items: marked,
    shipping_methods: shipping_methods.map((method) => ({
      ...method,
      [OWNER_MARK]: owners.ofShippingProfile(method.shipping_option?.shipping_profile_id).id,
    })),
    [SHOP_SUBTOTALS]: subtotalsOf(marked),
  })
})

/** What buyers see on the shelf, with the tax where prices have it. */
function subtotalsOf(items: { [OWNER_MARK]: string; unit_price: Amount; quantity: Amount }[]) {
  const subtotals: Record<string, string> = {}
  for (const { [OWNER_MARK]: owner, unit_price, quantity } of items) {
    subtotals[owner] = MathBN.add(subtotals[owner] ?? 0, MathBN.mult(unit_price, quantity)).toFixed()
  }

  return subtotals
}
