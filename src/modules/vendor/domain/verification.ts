/** Whether staff have let a shop in with its checklist done, and nothing of it was taken back since. */
export const isVerified = (vendor: { verified_at: Date | string | null }): boolean =>
  vendor.verified_at !== null

/** For how many days the money of a sale is held for want of verification; 0 for a verified shop. */
export const payoutHoldDays = (
  vendor: { verified_at: Date | string | null },
  settings: { unverified_payout_hold_days: number }
): number => (isVerified(vendor) ? 0 : settings.unverified_payout_hold_days)
