export const VendorEvents = {
  CREATED: "vendor.created",
  STATUS_CHANGED: "vendor.status-changed",
  MEMBER_JOINED: "vendor.member-joined",
  MEMBER_ROLE_CHANGED: "vendor.member-role-changed",
  MEMBER_REMOVED: "vendor.member-removed",
  UPDATED: "vendor.updated",
  BANK_ACCOUNT_CHANGED: "vendor.bank-account-changed",
  REQUIREMENT_CHANGED: "vendor.requirement-changed",
} as const

/** Of products whose shop or staff acted on them; core's own product events are emitted as well. */
export const ProductEvents = {
  SUBMITTED: "product.submitted",
  APPROVED: "product.approved",
  REJECTED: "product.rejected",
} as const
