export const VENDOR_STATUSES = ["pending", "approved", "suspended", "rejected", "closed"] as const

export type VendorStatus = (typeof VENDOR_STATUSES)[number]

/** The one table of what may follow what. A rejected shop may apply again; a closed one never comes back. */
export const vendorTransitions: Record<VendorStatus, readonly VendorStatus[]> = {
  pending: ["approved", "rejected", "closed"],
  approved: ["suspended", "closed"],
  suspended: ["approved", "closed"],
  rejected: ["pending", "closed"],
  closed: [],
}

export function canBecome(from: VendorStatus, to: VendorStatus): boolean {
  return vendorTransitions[from].includes(to)
}

/** Only the products of an approved shop are shown and sold. */
export const SELLING_STATUS = "approved" satisfies VendorStatus

export function isSelling(status: VendorStatus): boolean {
  return status === SELLING_STATUS
}
