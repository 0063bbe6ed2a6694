export type InterruptedCheckout = {
  /** Order that the cart is linked to. */
  linked_order_id: string | null
  /** Orders stamped with the cart that never got their link. */
  orphan_order_ids: string[]
  is_partitioned: boolean
  /** The payment was authorised or captured in Medusa and not cancelled since, or is deferred by its provider. */
  is_payment_settled: boolean
}

export type CheckoutRepair = { finish_order_id: string | null; undo_order_ids: string[] }

/**
 * What to do with a completion that a killed server left. With the payment settled only bookkeeping is missing, so
 * the order is finished. Before that nothing was taken, so the half-made order is undone, as core's own
 * compensation would have, and the cart can be completed anew.
 */
export function decideRepair(checkout: InterruptedCheckout): CheckoutRepair {
  const { linked_order_id: linked, orphan_order_ids: orphans } = checkout
  const isKept = linked !== null && (checkout.is_partitioned || checkout.is_payment_settled)

  return {
    finish_order_id: isKept ? linked : null,
    undo_order_ids: linked === null || isKept ? orphans : [linked, ...orphans],
  }
}
