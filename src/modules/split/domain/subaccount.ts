export type SubaccountFacts = {
  code: string | null
  /** The bank account that the gateway is known to have. */
  told_account_id: string | null
  posted_at: Date | null
}

export type SubaccountStep = "nothing" | "wait" | "create" | "find" | "update"

/**
 * What brings a gateway's record of a vendor into step with the vendor's bank account. One that may have been asked for is
 * looked for first, and asked for again only when the gateway certainly has none.
 */
export function nextStep(
  { code, told_account_id, posted_at }: SubaccountFacts,
  accountId: string,
  { now, settle_ms }: { now: Date; settle_ms: number }
): SubaccountStep {
  if (code && told_account_id === accountId) {
    return "nothing"
  }
  if (posted_at && now.getTime() - posted_at.getTime() < settle_ms) {
    return "wait"
  }
  if (code) {
    return "update"
  }

  return posted_at ? "find" : "create"
}
