import { MedusaError } from "@medusajs/framework/utils"

/** Stable `code` values a client may branch on. The message may change, these may not. */
export const ErrorCode = {
  REQUEST_MALFORMED: "request_malformed",
  /** What core says of a query or body that its validators refuse. */
  INVALID_DATA: "invalid_data",
  VALUE_REFUSED: "value_refused",
  RECORD_BUSY: "record_busy",
  ADDRESS_TOO_LONG: "address_too_long",
  CONTENT_TYPE_REFUSED: "content_type_refused",
  CSRF_REFUSED: "csrf_refused",
  REQUEST_TOO_LARGE: "request_too_large",
  UPLOAD_REFUSED: "upload_refused",
  FILE_NOT_FOUND: "file_not_found",
  UPLOADS_BUSY: "uploads_busy",
  UPLOAD_TIMED_OUT: "upload_timed_out",
  UPLOAD_QUOTA_REACHED: "upload_quota_reached",
  IMAGE_ADDRESS_REFUSED: "image_address_refused",
  ORDER_NOT_FOUND: "order_not_found",
  STAFF_ONLY: "staff_only",
  TOO_MANY_ATTEMPTS: "too_many_attempts",
  REGISTRATION_REFUSED: "registration_refused",
  EMAIL_INVALID: "email_invalid",
  EMAIL_NOT_OWN: "email_not_own",
  PASSWORD_MISSING: "password_missing",
  PASSWORD_WRONG: "password_wrong",
  PASSWORD_TOO_SHORT: "password_too_short",
  PASSWORD_TOO_LONG: "password_too_long",
  PASSWORD_COMMON: "password_common",
  PASSWORD_CONTAINS_EMAIL: "password_contains_email",
  SESSION_ENDED: "session_ended",
  SESSION_NOT_FOUND: "session_not_found",
  AUTH_ACTOR_UNKNOWN: "auth_actor_unknown",
  SIGN_IN_REQUIRED: "sign_in_required",
  SIGN_IN_AGAIN_REQUIRED: "sign_in_again_required",
  GRANT_REFUSED: "grant_refused",
  LAST_OWNER: "last_owner",
  INVITATION_NOT_FOUND: "invitation_not_found",
  STAFF_MEMBER_NOT_FOUND: "staff_member_not_found",
  IMPERSONATION_REFUSED: "impersonation_refused",
  OWN_SHOP_REFUSED: "own_shop_refused",
  SETTING_UNKNOWN: "setting_unknown",
  EMAIL_NOT_VERIFIED: "email_not_verified",
  PERSON_NOT_FOUND: "person_not_found",
  MFA_REQUIRED: "mfa_required",
  STEP_UP_REQUIRED: "step_up_required",
  PERMISSION_MISSING: "permission_missing",
  MESSAGE_NOT_SENT: "message_not_sent",
  RESEND_LIMITED: "resend_limited",
  SMS_BUDGET_USED_UP: "sms_budget_used_up",
  CODE_INVALID: "code_invalid",
  PHONE_INVALID: "phone_invalid",
  PHONE_TAKEN: "phone_taken",
  PHONE_COUNTRY_REFUSED: "phone_country_refused",
  FACTOR_NOT_FOUND: "factor_not_found",
  FACTOR_EXISTS: "factor_exists",
  FACTOR_RESTING: "factor_resting",
  FACTOR_CODE_USED: "factor_code_used",
  VERIFICATION_REFUSED: "verification_refused",
  ROUTE_CLOSED: "route_closed",
  ROUTE_UNDECLARED: "route_undeclared",
  VENDOR_MEMBERS_ONLY: "vendor_members_only",
  VENDOR_CHOICE_MISSING: "vendor_choice_missing",
  VENDOR_STATUS_REFUSED: "vendor_status_refused",
  ACCOUNT_UNAVAILABLE: "account_unavailable",
  API_KEY_EXPIRY_INVALID: "api_key_expiry_invalid",
  API_KEY_INVALID: "api_key_invalid",
  API_KEY_LIMIT_REACHED: "api_key_limit_reached",
  API_KEY_NOT_FOUND: "api_key_not_found",
  CONTACT_EMAIL_MISSING: "contact_email_missing",
  INVITATION_CLOSED: "invitation_closed",
  INVITATION_EXISTS: "invitation_exists",
  INVITATION_LIMIT_REACHED: "invitation_limit_reached",
  INVITATION_SENT_RECENTLY: "invitation_sent_recently",
  MEMBER_EXISTS: "member_exists",
  MEMBER_NOT_FOUND: "member_not_found",
  PENDING_SHOP_LIMIT_REACHED: "pending_shop_limit_reached",
  VENDOR_NOT_FOUND: "vendor_not_found",
  VENDOR_UNAVAILABLE: "vendor_unavailable",
  VENDOR_TRANSITION_REFUSED: "vendor_transition_refused",
  VENDOR_CHANGED: "vendor_changed",
  VENDOR_HANDLE_INVALID: "vendor_handle_invalid",
  VENDOR_HANDLE_TAKEN: "vendor_handle_taken",
  VENDOR_HANDLE_FIXED: "vendor_handle_fixed",
  ONBOARDING_INCOMPLETE: "onboarding_incomplete",
  REQUIREMENT_NOT_FOUND: "requirement_not_found",
  REQUIREMENT_TRANSITION_REFUSED: "requirement_transition_refused",
  AGREEMENT_VERSION_OUTDATED: "agreement_version_outdated",
  BANK_ACCOUNT_INVALID: "bank_account_invalid",
  DOCUMENT_NOT_FOUND: "document_not_found",
  DOCUMENT_INVALID: "document_invalid",
  DOCUMENT_LIMIT_REACHED: "document_limit_reached",
  PRODUCT_NOT_FOUND: "product_not_found",
  PRODUCT_VARIANT_NOT_FOUND: "product_variant_not_found",
  PRODUCT_OPTION_NOT_FOUND: "product_option_not_found",
  PRODUCT_CATEGORY_NOT_FOUND: "product_category_not_found",
  PRODUCT_TAG_NOT_FOUND: "product_tag_not_found",
  PRODUCT_HANDLE_TAKEN: "product_handle_taken",
  PRODUCT_SKU_TAKEN: "product_sku_taken",
  PRODUCT_PRICE_INVALID: "product_price_invalid",
  PRODUCT_OPTIONS_INVALID: "product_options_invalid",
  PRODUCT_THUMBNAIL_INVALID: "product_thumbnail_invalid",
  PRODUCT_LIMIT_REACHED: "product_limit_reached",
  PRODUCT_VARIANT_LIMIT_REACHED: "product_variant_limit_reached",
  PRODUCT_APPROVAL_REQUIRED: "product_approval_required",
  PRODUCT_TRANSITION_REFUSED: "product_transition_refused",
  PRODUCT_CHANGED: "product_changed",
  PRODUCT_IN_OPEN_ORDERS: "product_in_open_orders",
  STOCK_LOCATION_MISSING: "stock_location_missing",
  STOCK_LOCATION_NOT_FOUND: "stock_location_not_found",
  STOCK_BELOW_RESERVED: "stock_below_reserved",
  STOCK_CHANGED: "stock_changed",
  INVENTORY_ITEM_NOT_FOUND: "inventory_item_not_found",
  SHIPPING_OPTION_NOT_FOUND: "shipping_option_not_found",
  SHIPPING_OPTION_MANAGED: "shipping_option_managed",
  SHIPPING_OPTION_LIMIT_REACHED: "shipping_option_limit_reached",
  SHIPPING_COUNTRY_REFUSED: "shipping_country_refused",
  SHIPPING_PRICE_INVALID: "shipping_price_invalid",
  LAST_SHIPPING_OPTION: "last_shipping_option",
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
  COMMISSION_RULE_NOT_FOUND: "commission_rule_not_found",
  COMMISSION_RULE_ENDED: "commission_rule_ended",
  COMMISSION_RULE_EXISTS: "commission_rule_exists",
  COMMISSION_CONDITION_REFUSED: "commission_condition_refused",
  COMMISSION_AMOUNT_REFUSED: "commission_amount_refused",
  COMMISSION_DATES_REFUSED: "commission_dates_refused",
  ORDER_NOT_DIVIDED: "order_not_divided",
  VENDOR_ORDER_NOT_FOUND: "vendor_order_not_found",
  VENDOR_ORDER_TRANSITION_REFUSED: "vendor_order_transition_refused",
  VENDOR_ORDER_LINE_NOT_FOUND: "vendor_order_line_not_found",
  VENDOR_ORDER_FULFILMENT_NOT_FOUND: "vendor_order_fulfilment_not_found",
  VENDOR_ORDER_QUANTITY_REFUSED: "vendor_order_quantity_refused",
  VENDOR_ORDER_LOCATIONS_DIFFER: "vendor_order_locations_differ",
  VENDOR_ORDER_NOT_PAID: "vendor_order_not_paid",
  VENDOR_ORDER_CANCEL_UNSUPPORTED: "vendor_order_cancel_unsupported",
  VENDOR_RETURN_NOT_FOUND: "vendor_return_not_found",
  LEDGER_ENTRY_NOT_FOUND: "ledger_entry_not_found",
  VENDOR_CUSTOMER_NOT_FOUND: "vendor_customer_not_found",
  PAYOUT_NOT_FOUND: "payout_not_found",
  PAYOUT_TRANSITION_REFUSED: "payout_transition_refused",
  PAYOUT_OWN_REQUEST: "payout_own_request",
  PAYOUT_REFUSED: "payout_refused",
  PAYOUT_UNDER_WAY: "payout_under_way",
  PAYOUT_AMOUNT_INVALID: "payout_amount_invalid",
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

/** For what nobody may do by a session that may have been stolen since, and who has no second factor to show. */
export const signInAgain = () =>
  forbidden(ErrorCode.SIGN_IN_AGAIN_REQUIRED, "You signed in too long ago for this. Sign in again.")

/** The error handler answers 429 by the code, with the time to wait. */
export const tooManyRequests = (code: ErrorCode, message: string, retryAfterSeconds: number) =>
  Object.assign(notAllowed(code, message), { retry_after_seconds: retryAfterSeconds })

/** Payment outcomes that core answers with 200 and `type: "cart"` on completion. */
export const paymentRefused = (code: ErrorCode, message: string) =>
  new MedusaError(MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR, message, code)

/** Another holder of a lock did not give it back in time: every locking provider says so by its message alone. */
export const isLockHeld = (error: { message?: string } | undefined) =>
  /acquir(e|ing) lock/i.test(error?.message ?? "")
