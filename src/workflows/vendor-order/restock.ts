import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import type { Amount } from "../../lib/money"
import type { SoldLine } from "../../modules/vendor-order/types"
import { fulfilmentsOf } from "./own-fulfilment"
import type { OrderState } from "./read-order-state"

type Back = { items: { id: string; quantity: number }[]; order: OrderState; lines: SoldLine[] }

type StockOfItem = {
  id: string
  variant?: {
    manage_inventory: boolean
    inventory_items?: { inventory_item_id: string; required_quantity: Amount }[]
  } | null
}

/** Puts goods that came back where they were sent from. What is not counted, or was sent from nowhere, is left alone. */
export async function restock(container: MedusaContainer, { items, order, lines }: Back): Promise<void> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_line_item",
    fields: [
      "id",
      "variant.manage_inventory",
      "variant.inventory_items.inventory_item_id",
      "variant.inventory_items.required_quantity",
    ],
    filters: { id: items.map(({ id }) => id) },
  })
  const inventory = container.resolve(Modules.INVENTORY)
  for (const { id, variant } of data as unknown as StockOfItem[]) {
    const location = fulfilmentsOf(order, lines).find(({ items: packed }) =>
      packed.some(({ line_item_id }) => line_item_id === id)
    )?.location_id
    const quantity = items.find((item) => item.id === id)?.quantity ?? 0
    for (const part of variant?.manage_inventory && location ? (variant.inventory_items ?? []) : []) {
      const change = MathBN.mult(part.required_quantity, quantity)
      await container
        .resolve(Modules.LOCKING)
        .execute(
          [part.inventory_item_id],
          () => inventory.adjustInventory(part.inventory_item_id, location as string, change as never),
          { timeout: 10 }
        )
    }
  }
}
