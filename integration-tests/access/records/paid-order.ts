import { once } from "./once"

export type PaidOrder = { id: string; payment_id: string; payment_collection_id: string }

/** An order of both shops that a shopper has placed and paid in the storefront. */
export const paidOrder = once<PaidOrder>(async (world) => {
  const { shopper, market, shop, other } = world
  const variants = [shop, other].map(({ products }) => products[0]!.variant_id)
  const cart = await shopper.createCart(market.region_id, variants)
  await shopper.chooseAnyShipping(cart.id)
  await shopper.startPayment(cart.id, "pp_system_default")
  const { status, body } = await shopper.complete(cart.id)
  if (!body.order) {
    throw new Error(`The order was not placed: ${status} ${JSON.stringify(body).slice(0, 500)}`)
  }
  const [payment] = await world.sql<Omit<PaidOrder, "id">>(
    `select payment.id as payment_id, payment.payment_collection_id
       from order_payment_collection link
       join payment on payment.payment_collection_id = link.payment_collection_id
      where link.order_id = ?`,
    [body.order.id]
  )

  return { id: body.order.id, ...payment! }
})
