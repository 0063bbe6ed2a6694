import { MedusaError } from "@medusajs/framework/utils"

/** Stable `code` values a client may branch on. The message may change, these may not. */
export const ErrorCode = {
  REQUEST_MALFORMED: "request_malformed",
  STAFF_ONLY: "staff_only",
  VENDOR_NOT_FOUND: "vendor_not_found",
  VENDOR_UNAVAILABLE: "vendor_unavailable",
  VENDOR_TRANSITION_REFUSED: "vendor_transition_refused",
  VENDOR_HANDLE_INVALID: "vendor_handle_invalid",
  VENDOR_HANDLE_TAKEN: "vendor_handle_taken",
  PRODUCT_OWNED_BY_ANOTHER_VENDOR: "product_owned_by_another_vendor",
  CART_NOT_FOUND: "cart_not_found",
  CART_EMPTY: "cart_empty",
  CART_EMAIL_MISSING: "cart_email_missing",
  CART_COMPLETED: "cart_completed",
  CHECKOUT_IN_PROGRESS: "checkout_in_progress",
  ITEM_UNAVAILABLE: "item_unavailable",
  INSUFFICIENT_INVENTORY: "insufficient_inventory",
  PAYMENT_COLLECTION_NOT_FOUND: "payment_collection_not_found",
  PAYMENT_SESSION_MISSING: "payment_session_missing",
  PAYMENT_AMOUNT_CHANGED: "payment_amount_changed",
  PAYMENT_NOT_PAID: "payment_not_paid",
  PAYMENT_MISMATCH: "payment_mismatch",
  PAYMENT_DATA_REFUSED: "payment_data_refused",
  PAYMENT_GATEWAY_UNREACHABLE: "payment_gateway_unreachable",
  PAYMENT_REFUND_REFUSED: "payment_refund_refused",
  GATEWAY_NOT_CONFIGURED: "gateway_not_configured",
  DELIVERY_PROMOTIONS_CONFLICT: "delivery_promotions_conflict",
  SHIPPING_METHOD_MISSING: "shipping_method_missing",
  WEBHOOK_SIGNATURE_INVALID: "webhook_signature_invalid",
  ORDER_NOT_DIVIDED: "order_not_divided",
  VENDOR_ORDER_NOT_FOUND: "vendor_order_not_found",
  VENDOR_ORDER_TRANSITION_REFUSED: "vendor_order_transition_refused",
} as const

export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode]

export const notFound = (code: ErrorCode, message: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, message, code)

export const notAllowed = (code: ErrorCode, message: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)

export const invalidData = (code: ErrorCode, message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message, code)

export const forbidden = (code: ErrorCode, message: string) =>
  new MedusaError(MedusaError.Types.FORBIDDEN, message, code)

export const unauthorized = (code: ErrorCode, message: string) =>
  new MedusaError(MedusaError.Types.UNAUTHORIZED, message, code)

/** Payment outcomes that core answers with 200 and `type: "cart"` on completion. */
export const paymentRefused = (code: ErrorCode, message: string) =>
  new MedusaError(MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR, message, code)

/** Another holder of a lock did not give it back in time: every locking provider says so by its message alone. */
export const isLockHeld = (error: { message?: string } | undefined) =>
  /acquir(e|ing) lock/i.test(error?.message ?? "")
