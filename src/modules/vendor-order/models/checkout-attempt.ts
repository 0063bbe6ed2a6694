import { model } from "@medusajs/framework/utils"

/**
 * A completion that has started and not ended. The row is written before the order and removed when the books are
 * posted or everything was undone; one that stays is what a killed server left to repair.
 */
export const CheckoutAttempt = model.define("checkout_attempt", {
  cart_id: model.text().primaryKey(),
  payment_session_id: model.text().nullable(),
})
