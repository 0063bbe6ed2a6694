import { MedusaError } from "@medusajs/framework/utils"
import { ErrorCode, isLockHeld } from "../../lib/errors"

/** How a failed completion is answered. `cart` is core's own contract for payments: 200 with `type: "cart"`. */
export type CheckoutProblem = { answer: "cart" | "error"; type: string; code: string; message: string }

type Refusal = Omit<CheckoutProblem, "type">

/** Core's steps throw without a code; which one threw says what is wrong. */
const byStep: Record<string, Refusal> = {
  "validate-cart-items": {
    answer: "error",
    code: ErrorCode.CART_EMPTY,
    message: "The cart has no items.",
  },
  "validate-cart-payments": {
    answer: "error",
    code: ErrorCode.PAYMENT_SESSION_MISSING,
    message: "Start a payment for the cart before completing it.",
  },
  "validate-shipping": {
    answer: "error",
    code: ErrorCode.SHIPPING_METHOD_MISSING,
    message: "Choose a delivery option for every shop in the cart.",
  },
  "reserve-inventory-step": {
    answer: "error",
    code: ErrorCode.INSUFFICIENT_INVENTORY,
    message: "An item of the cart is out of stock in the quantity that was asked for.",
  },
  "authorize-payment-session-step": {
    answer: "cart",
    code: ErrorCode.PAYMENT_NOT_PAID,
    message: "The payment is not complete. Finish it, or start another one.",
  },
}

const PAYMENT_TYPES: string[] = [
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
]

type Failure = { action: string; error: { type?: string; code?: string; message?: string } | undefined }

const IN_PROGRESS: CheckoutProblem = {
  answer: "error",
  type: MedusaError.Types.NOT_ALLOWED,
  code: ErrorCode.CHECKOUT_IN_PROGRESS,
  message: "The cart is being completed or paid by another request. Ask again in a moment.",
}

/** Null when the failure is not one that the shopper can do something about. */
export function checkoutProblem(failure: Failure): CheckoutProblem | null {
  const { action, error } = failure
  // Asked first: such an error has neither type nor code.
  if (isLockHeld(error)) {
    return IN_PROGRESS
  }
  const type = error?.type
  if (!type || !error?.message) {
    return null
  }
  if (error.code) {
    return {
      answer: PAYMENT_TYPES.includes(type) ? "cart" : "error",
      type,
      code: error.code,
      message: error.message,
    }
  }
  const known = byStep[action]
  if (!known) {
    return null
  }
  const paymentType = known.answer === "cart" && !PAYMENT_TYPES.includes(type)

  return { ...known, type: paymentType ? MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR : type }
}
