import type { CartBody } from "../../helpers/shopper"
import { must, type World } from "../world"
import { ADDRESS } from "./fresh-order"

export type FreshCart = { id: string; line_id: string }

/** A cart of a guest with one product of the walk's shop. */
export async function freshCart(
  { clients, market, shop }: World,
  data: Record<string, unknown> = {}
): Promise<FreshCart> {
  const { cart } = await must<{ cart: CartBody }>(clients.anonymous, "POST", "/store/carts", {
    region_id: market.region_id,
    email: "guest@example.com",
    shipping_address: ADDRESS,
    billing_address: ADDRESS,
    items: [{ variant_id: shop.products[0]!.variant_id, quantity: 1 }],
    ...data,
  })

  return { id: cart.id, line_id: cart.items[0]!.id }
}

/** A cart with nothing left to do but to place the order. */
export async function payableCart(world: World): Promise<string> {
  const { id } = await freshCart(world)
  await world.shopper.chooseAnyShipping(id)
  await world.shopper.startPayment(id, "pp_system_default")

  return id
}
