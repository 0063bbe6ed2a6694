import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { undoPartition } from "../vendor-order/undo-partition"

/**
 * Takes a half-made order back as the compensation of core's completion does: stock, cart, links, order. The link
 * goes before the order, so that a replay never answers an order that is gone.
 */
export async function undoOrder(container: MedusaContainer, orderId: string, cartId: string): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const [order] = await orders.listOrders({ id: orderId }, { relations: ["items"], take: 1 })

  await undoPartition(container, orderId)
  await releaseStock(
    container,
    (order?.items ?? []).map((item) => item.id)
  )
  await container.resolve(Modules.CART).updateCarts([{ id: cartId, completed_at: null } as never])
  await dismissLinks(container, orderId)
  await orders.deleteOrders([orderId])
}

async function releaseStock(container: MedusaContainer, lineItemIds: string[]): Promise<void> {
  if (!lineItemIds.length) {
    return
  }
  const inventory = container.resolve(Modules.INVENTORY)
  const reservations = await inventory.listReservationItems({ line_item_id: lineItemIds })
  const inventoryItemIds = [...new Set(reservations.map((reservation) => reservation.inventory_item_id))]
  if (reservations.length) {
    await container
      .resolve(Modules.LOCKING)
      .execute(inventoryItemIds, () => inventory.deleteReservationItems(reservations.map(({ id }) => id)))
  }
}

async function dismissLinks(container: MedusaContainer, orderId: string): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const entities = [
    { entity: "order_promotion", module: Modules.PROMOTION, key: "promotion_id" },
    { entity: "order_payment_collection", module: Modules.PAYMENT, key: "payment_collection_id" },
    { entity: "order_cart", module: Modules.CART, key: "cart_id" },
  ]
  for (const { entity, module, key } of entities) {
    const { data } = await query.graph({ entity, fields: ["order_id", key], filters: { order_id: orderId } })
    const found = data as unknown as Record<string, string>[]
    if (found.length) {
      await link.dismiss(
        found.map((row) => ({ [Modules.ORDER]: { order_id: orderId }, [module]: { [key]: row[key] } }))
      )
    }
  }
}
