import type { CreateOrderReturnDTO } from "@medusajs/framework/types"
import { type ChangeActionType, Modules, ReturnStatus } from "@medusajs/framework/utils"
import type { World } from "../world"
import { deliveredOrder, type FreshOrder } from "./fresh-order"
import { type Action, type OpenChange, openChange, type Subject } from "./order-change"
import { shopFacts } from "./shop-facts"

type ActionsOf<About extends Subject> = (order: FreshOrder, subject: About) => Action[] | Promise<Action[]>

export type Return = { return_id: string; order: FreshOrder }

/** A return that is being written down: no item is asked back yet but by its actions. */
export async function openReturn(
  world: World,
  actionsOf: ActionsOf<Subject> = () => []
): Promise<Return & OpenChange> {
  const order = await deliveredOrder(world)
  const { location_id } = await shopFacts(world)
  const { id } = await world.container
    .resolve(Modules.ORDER)
    .createReturns({ order_id: order.id, location_id })
  const subject = { return_id: id }
  const change = { ...subject, change_type: "return_request" as const }

  return { order, ...subject, ...(await openChange(world, order, change, await actionsOf(order, subject))) }
}

/** A return that the buyer was told to send. */
export async function requestedReturn(world: World): Promise<Return> {
  const order = await deliveredOrder(world)
  const { location_id } = await shopFacts(world)
  const orders = world.container.resolve(Modules.ORDER)
  const { id } = await orders.createReturns({
    order_id: order.id,
    location_id,
    status: ReturnStatus.REQUESTED,
    // The type of the order module does not know what its model takes.
  } as CreateOrderReturnDTO)
  await orders.createReturnItems({ return_id: id, item_id: order.item_id, quantity: 1 })
  await world.sql(
    `update order_item
        set return_requested_quantity = 1, raw_return_requested_quantity = '{"value": "1", "precision": 20}'
      where order_id = ?`,
    [order.id]
  )

  return { return_id: id, order }
}

type Receipt =
  | typeof ChangeActionType.RECEIVE_RETURN_ITEM
  | typeof ChangeActionType.RECEIVE_DAMAGED_RETURN_ITEM

/** A return whose parcel is being unpacked, with one item of it received, or written off as damaged. */
export async function receivedReturn(world: World, receipt?: Receipt): Promise<Return & OpenChange> {
  const { return_id, order } = await requestedReturn(world)
  const actions = receipt
    ? [
        {
          return_id,
          action: receipt,
          reference: "return",
          reference_id: return_id,
          details: { reference_id: order.item_id, quantity: 1 },
        },
      ]
    : []
  const change = { return_id, change_type: "return_receive" as const }

  return { return_id, order, ...(await openChange(world, order, change, actions)) }
}

export type Dealing = { id: string; order: FreshOrder; subject: Subject }

/** A claim or an exchange with its return, agreed: nothing is open. */
export async function agreedDealing(world: World, kind: "claim" | "exchange"): Promise<Dealing> {
  const order = await deliveredOrder(world)
  const { location_id } = await shopFacts(world)
  const orders = world.container.resolve(Modules.ORDER)
  const { id } =
    kind === "claim"
      ? await orders.createOrderClaims({ order_id: order.id, type: "replace" })
      : await orders.createOrderExchanges({ order_id: order.id })
  const owner = kind === "claim" ? { claim_id: id } : { exchange_id: id }
  const back = await orders.createReturns({ ...owner, order_id: order.id, location_id })
  await world.sql(`update order_${kind} set return_id = ? where id = ?`, [back.id, id])

  return { id, order, subject: { ...owner, return_id: back.id } }
}

/** A claim or an exchange that is being put together. */
export async function openDealing(
  world: World,
  kind: "claim" | "exchange",
  actionsOf: ActionsOf<Subject> = () => []
): Promise<Dealing & OpenChange> {
  const dealing = await agreedDealing(world, kind)
  const { order, subject } = dealing
  const actions = await actionsOf(order, subject)

  return { ...dealing, ...(await openChange(world, order, { ...subject, change_type: kind }, actions)) }
}
