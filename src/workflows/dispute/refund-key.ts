/** Under which the refund of a case is asked for; no key that others may choose begins so. */
export const DISPUTE_REFUND = "dispute:"

export const refundKeyOf = (disputeId: string) => `${DISPUTE_REFUND}${disputeId}`
