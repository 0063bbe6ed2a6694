export const VendorEvents = {
  CREATED: "vendor.created",
  STATUS_CHANGED: "vendor.status-changed",
} as const
