import { transform, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep } from "@medusajs/medusa/core-flows"
import { ownedLock } from "../owned-lock"

/**
 * What a change of an order is locked by. Core locks some of its changes by the order's id, for itself; a request of staff
 * holds this key around whatever core does in it (`src/api/admin/orders/lock-order.ts`).
 */
export const orderLockKey = (orderId: string) => `order-change:${orderId}`

/**
 * Takes an order for the rest of a workflow, from staff's requests and from core's own changes alike; to be given back by
 * `releaseLockStep` with what this returns. The time to live is longer than a gateway may take to answer.
 */
export function takeOrder(order_id: string | WorkflowData<string>) {
  const lock = transform({ order_id }, (data) => ({
    ...ownedLock([orderLockKey(data.order_id), data.order_id], { timeout: 20, ttl: 120 }),
    retryInterval: 0.1,
  }))
  acquireLockStep(lock)

  return lock
}
