import { Modules } from "@medusajs/framework/utils"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { deliverVendorFulfilmentWorkflow } from "../../../src/workflows/vendor-order/workflows/deliver-vendor-fulfilment"
import { fulfilVendorOrderWorkflow } from "../../../src/workflows/vendor-order/workflows/fulfil-vendor-order"
import { moduleOf, type World } from "../world"
import { once } from "./once"

export type ShopOrder = {
  /** Of the shop's part, which is what `/vendor/orders` calls an order. */
  id: string
  order_id: string
  line_id: string
  item_id: string
}

/** An order of the walk's shop alone, bought and paid in the storefront. */
export async function buyFromShop(world: World, quantity = 1): Promise<ShopOrder> {
  const { shopper, market, shop } = world
  const cart = await shopper.createCart(market.region_id, [shop.products[0]!.variant_id], quantity)
  await shopper.chooseAnyShipping(cart.id)
  await shopper.startPayment(cart.id, "pp_system_default")
  const { status, body } = await shopper.complete(cart.id)
  if (!body.order) {
    throw new Error(`The order was not placed: ${status} ${JSON.stringify(body).slice(0, 500)}`)
  }
  const [line] = await world.sql<ShopOrder>(
    `select vendor_order.id, vendor_order.order_id, line.id as line_id, line.source_id as item_id
       from vendor_order
       join vendor_order_line line on line.vendor_order_id = vendor_order.id and line.kind = 'item'
      where vendor_order.order_id = ?`,
    [body.order.id]
  )

  return line!
}

/** An order whose money has been collected. */
export async function paidToShop(world: World): Promise<ShopOrder> {
  const order = await buyFromShop(world)
  const [payment] = await world.sql<{ id: string }>(
    `select payment.id from order_payment_collection link
       join payment on payment.payment_collection_id = link.payment_collection_id
      where link.order_id = ?`,
    [order.order_id]
  )
  await capturePaymentWorkflow(world.container).run({ input: { payment_id: payment!.id } })

  return order
}

/** One order of so many pieces that each call finds some that are not packed. */
export const largeOrder = once((world) => buyFromShop(world, 100))

type Packing = { id: string; fulfilment_id: string }

/** A parcel of one piece of the large order, which has not left the shop. */
export async function packParcel(world: World): Promise<Packing> {
  const { id, line_id } = await largeOrder(world)
  const { result } = await fulfilVendorOrderWorkflow(world.container).run({
    input: {
      ...actorOf(world),
      vendor_order_id: id,
      items: [{ line_id, quantity: 1 }],
      tracking: [],
      is_shipped: false,
    },
  })

  return { id, fulfilment_id: result.fulfilment_id }
}

/** An order whose buyer has all of it. */
export const deliveredToBuyer = once(async (world) => {
  const { id: vendor_order_id, order_id, line_id } = await paidToShop(world)
  const of = { ...actorOf(world), vendor_order_id }
  const { result } = await fulfilVendorOrderWorkflow(world.container).run({
    input: { ...of, items: [{ line_id, quantity: 1 }], tracking: [], is_shipped: true },
  })
  await deliverVendorFulfilmentWorkflow(world.container).run({
    input: { ...of, fulfilment_id: result.fulfilment_id },
  })

  return { id: vendor_order_id, order_id }
})

/** A piece of the large order that its buyer has and sends back. */
export const returnOfShop = once(async (world) => {
  const { id: vendor_order_id, order_id, item_id } = await largeOrder(world)
  const { fulfilment_id } = await packParcel(world)
  await deliverVendorFulfilmentWorkflow(world.container).run({
    input: { ...actorOf(world), vendor_order_id, fulfilment_id },
  })

  return moduleOf(world, Modules.ORDER).createReturn({ order_id, items: [{ id: item_id, quantity: 1 }] })
})

const actorOf = ({ shop, people }: World) => ({ vendor_id: shop.id, actor: people["shop:owner"]!.id })
