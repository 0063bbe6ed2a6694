import type { CreateOrderChangeActionDTO, CreateOrderChangeDTO } from "@medusajs/framework/types"
import { ChangeActionType, Modules } from "@medusajs/framework/utils"
import type { World } from "../world"
import type { FreshOrder } from "./fresh-order"
import { shopFacts } from "./shop-facts"

/** Whose part of an order a change is: of a return, a claim or an exchange; of none when it is an edit. */
export type Subject = { return_id?: string; claim_id?: string; exchange_id?: string }

export type Action = Omit<CreateOrderChangeActionDTO, "order_id" | "order_change_id">

/** The version that a fresh order gets by its first change. */
const NEXT_VERSION = 2

export type OpenChange = { change_id: string; action_id: string }

/** A change of an order that staff are still putting together; `action_id` is its first action. */
export async function openChange(
  world: World,
  order: FreshOrder,
  change: Subject & Pick<CreateOrderChangeDTO, "change_type">,
  actions: Action[] = []
): Promise<OpenChange> {
  const orders = world.container.resolve(Modules.ORDER)
  const opened = await orders.createOrderChange({ ...change, order_id: order.id })
  const [action] = actions.length
    ? await orders.addOrderAction(
        actions.map((action) => ({ ...action, order_id: order.id, order_change_id: opened.id }))
      )
    : []

  return { change_id: opened.id, action_id: action?.id ?? "" }
}

export const addItem = (order: FreshOrder, subject: Subject = {}): Action => ({
  ...subject,
  action: ChangeActionType.ITEM_ADD,
  details: { reference_id: order.item_id, quantity: 1, unit_price: 100 },
})

export const returnItem = (order: FreshOrder, subject: Subject): Action => ({
  ...subject,
  action: ChangeActionType.RETURN_ITEM,
  reference: "return",
  reference_id: subject.return_id,
  details: { reference_id: order.item_id, quantity: 1 },
})

export const writeOffItem = (order: FreshOrder, subject: Subject): Action => ({
  ...subject,
  action: ChangeActionType.WRITE_OFF_ITEM,
  reference: "claim",
  reference_id: subject.claim_id,
  details: { reference_id: order.item_id, quantity: 1 },
})

/** A further delivery, or one back to the shop. */
export async function addShipping(world: World, order: FreshOrder, subject: Subject = {}): Promise<Action> {
  const { shipping_option_id } = await shopFacts(world)
  const [method] = await world.container.resolve(Modules.ORDER).createOrderShippingMethods([
    {
      ...subject,
      order_id: order.id,
      version: NEXT_VERSION,
      shipping_option_id,
      name: "Delivery",
      amount: 500,
    },
  ])

  return {
    ...subject,
    action: ChangeActionType.SHIPPING_ADD,
    reference: "order_shipping_method",
    reference_id: method!.id,
    amount: 500,
  }
}
