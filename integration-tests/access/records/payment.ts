import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { World } from "../world"
import { type FreshOrder, freshOrder } from "./fresh-order"

export const PROVIDER = "pp_system_default"
export const AMOUNT = 100

export type Collection = { id: string; order: FreshOrder }

/** What a buyer still owes for an order. */
export async function freshCollection(world: World): Promise<Collection> {
  const order = await freshOrder(world)
  const [collection] = await world.container
    .resolve(Modules.PAYMENT)
    .createPaymentCollections([{ currency_code: "ngn", amount: AMOUNT }])
  await world.container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id: order.id },
    [Modules.PAYMENT]: { payment_collection_id: collection!.id },
  })

  return { id: collection!.id, order }
}

/** A payment that was started and waits for the provider's word. */
export async function pendingSession(world: World): Promise<Collection & { session_id: string }> {
  const collection = await freshCollection(world)
  const session_id = await startSession(world, collection.id)
  await world.sql("update payment_session set status = 'pending_authorization' where id = ?", [session_id])

  return { ...collection, session_id }
}

/** A payment that is authorised and not captured. */
export async function freshPayment(world: World): Promise<string> {
  const collection = await freshCollection(world)
  const session = await startSession(world, collection.id)
  const payment = await world.container.resolve(Modules.PAYMENT).authorizePaymentSession(session, {})

  return payment!.id
}

export async function capturedPayment(world: World): Promise<string> {
  const payment_id = await freshPayment(world)
  await world.container.resolve(Modules.PAYMENT).capturePayment({ payment_id, amount: AMOUNT })

  return payment_id
}

async function startSession(world: World, collectionId: string): Promise<string> {
  const { id } = await world.container.resolve(Modules.PAYMENT).createPaymentSession(collectionId, {
    provider_id: PROVIDER,
    currency_code: "ngn",
    amount: AMOUNT,
    data: {},
  })

  return id
}
