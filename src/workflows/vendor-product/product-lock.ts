import { ownedLock } from "../owned-lock"

/** Changes of one product, and staff's decisions on it, take turns: nobody approves what is being changed. */
export const productLock = (input: { product_id: string }) =>
  ownedLock(`vendor-product:${input.product_id}`, { timeout: 10, ttl: 60 })
