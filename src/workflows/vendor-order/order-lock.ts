/**
 * Core locks an order by its id for the changes that it makes itself, and two changes of one order must not meet. The
 * time to live is longer than a gateway may take to answer.
 */
export const ORDER_LOCK = { timeout: 20, ttl: 120, retryInterval: 0.1 }
