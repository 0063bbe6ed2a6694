import type { CreateOrderDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import type { World } from "../world"
import { shopFacts } from "./shop-facts"

export const ADDRESS = {
  first_name: "Ngozi",
  last_name: "Eze",
  address_1: "12 Allen Avenue",
  city: "Ikeja",
  country_code: "ng",
  phone: "+2348012345678",
}

export const QUANTITY = 2

export type FreshOrder = { id: string; item_id: string }

/** An order that nothing has happened to: not paid, not packed. Straight into the order module, since each change needs one. */
export async function freshOrder(world: World, data: Partial<CreateOrderDTO> = {}): Promise<FreshOrder> {
  const product = world.shop.products[0]!
  const { shipping_option_id } = await shopFacts(world)
  const order = await world.container.resolve(Modules.ORDER).createOrders({
    region_id: world.market.region_id,
    sales_channel_id: world.market.sales_channel_id,
    currency_code: "ngn",
    email: `guest${world.serial()}@example.com`,
    shipping_address: ADDRESS,
    items: [
      {
        title: "Product",
        product_id: product.id,
        variant_id: product.variant_id,
        variant_title: "One",
        quantity: QUANTITY,
        unit_price: product.price,
        requires_shipping: true,
      },
    ],
    shipping_methods: [{ name: "Delivery", amount: 1500, shipping_option_id, data: {} }],
    ...data,
  } as CreateOrderDTO)

  return { id: order.id, item_id: order.items![0]!.id }
}

/** An order whose goods are with the buyer, so that they can come back. */
export async function deliveredOrder(world: World): Promise<FreshOrder> {
  const order = await freshOrder(world)
  await world.sql(
    `update order_item
        set fulfilled_quantity = quantity, raw_fulfilled_quantity = raw_quantity,
            shipped_quantity = quantity, raw_shipped_quantity = raw_quantity,
            delivered_quantity = quantity, raw_delivered_quantity = raw_quantity
      where order_id = ?`,
    [order.id]
  )

  return order
}

export async function freshReservation(world: World, lineItemId?: string): Promise<string> {
  const { inventory_item_id, location_id } = await shopFacts(world)
  const [reservation] = await world.container
    .resolve(Modules.INVENTORY)
    .createReservationItems([
      { line_item_id: lineItemId, inventory_item_id, location_id, quantity: QUANTITY },
    ])

  return reservation!.id
}

export async function reservedOrder(world: World): Promise<FreshOrder> {
  const order = await freshOrder(world)
  await freshReservation(world, order.item_id)

  return order
}

/** An order that is packed and not sent yet. */
export async function packedOrder(world: World): Promise<FreshOrder & { fulfillment_id: string }> {
  const order = await reservedOrder(world)
  const { result } = await createOrderFulfillmentWorkflow(world.container).run({
    input: { order_id: order.id, items: [{ id: order.item_id, quantity: QUANTITY }] },
  })

  return { ...order, fulfillment_id: result.id }
}
