import type { MedusaContainer } from "@medusajs/framework/types"
import { ChangeActionType, ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Collection } from "../../modules/vendor-order/collection-types"
import type { SoldLine } from "../../modules/vendor-order/types"
import { loadVendorOrder } from "../vendor-order/load-vendor-order"
import { restock } from "../vendor-order/restock"

/**
 * A refused parcel in Medusa: its goods have left the shop, and core cancels no fulfilment that was shipped, so they come
 * back by a return that is received at once; then its delivery, which nobody pays for, leaves the order. Run again, it goes
 * on where it stopped.
 */
export async function takeBackGoods(container: MedusaContainer, refused: Collection): Promise<void> {
  const { lines, order } = await loadVendorOrder(container, refused)
  const items = await backFrom(container, refused, lines)
  if (items.length) {
    await restock(container, { items, order, lines })
  }
  await removeDelivery(container, refused, lines)
}

/** What has come back now; nothing when an earlier run has received it. */
async function backFrom(
  container: MedusaContainer,
  { order_id, vendor_order_id, actor }: Collection,
  lines: SoldLine[]
): Promise<{ id: string; quantity: number }[]> {
  const orders = container.resolve(Modules.ORDER)
  // A return keeps nothing else that it is given, and has to be known again by a later run.
  const note = `Refused at the door (${vendor_order_id})`
  const asked = lines
    .filter(({ kind }) => kind === "item")
    .map((line) => ({
      id: line.source_id,
      note,
      quantity: line.fulfilled_quantity - line.return_requested_quantity - line.returned_quantity,
    }))
    .filter(({ quantity }) => quantity > 0)
  if (asked.length) {
    await orders.createReturn({ order_id, items: asked })
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "return",
    fields: ["id", "status", "items.item_id", "items.quantity", "items.note"],
    filters: { order_id },
  })
  const made = (data as unknown as RefusedReturn[]).find(
    ({ items, status }) => status !== "received" && items.some((item) => item.note === note)
  )
  if (!made) {
    return []
  }
  const items = made.items.map(({ item_id, quantity }) => ({ id: item_id, quantity: Number(quantity) }))
  await orders.receiveReturn({
    return_id: made.id,
    reference: "return",
    reference_id: made.id,
    created_by: actor,
    items,
  } as never)

  return items
}

type RefusedReturn = {
  id: string
  status: string
  items: { item_id: string; quantity: number | string; note: string | null }[]
}

async function removeDelivery(
  container: MedusaContainer,
  { order_id, vendor_order_id, actor }: Collection,
  lines: SoldLine[]
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const own = new Set(lines.filter(({ kind }) => kind === "shipping").map(({ source_id }) => source_id))
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["shipping_methods.id"],
    filters: { id: order_id },
  })
  const methods = ((data[0]?.shipping_methods ?? []) as { id: string }[]).filter(({ id }) => own.has(id))
  const mark = `refused:${vendor_order_id}`
  const open = await orders.listOrderChanges({ order_id, status: ["pending", "requested"] } as object)
  const ours = open.filter((change) => (change as { internal_note?: string }).internal_note === mark)
  // What a killed server began and did not confirm.
  await orders.deleteOrderChanges(ours.map(({ id }) => id))
  if (!methods.length) {
    return
  }
  const change = await orders.createOrderChange({
    order_id,
    change_type: "edit",
    internal_note: mark,
    created_by: actor ?? undefined,
  })
  try {
    await orders.addOrderAction(
      methods.map(({ id }) => ({
        action: ChangeActionType.SHIPPING_REMOVE,
        reference: "order_shipping_method",
        reference_id: id,
        details: {},
        order_id,
        order_change_id: change.id,
        version: change.version,
      }))
    )
    await orders.confirmOrderChange({ id: change.id, confirmed_by: actor ?? undefined })
  } catch (error) {
    await orders.deleteOrderChanges([change.id])
    throw error
  }
}
