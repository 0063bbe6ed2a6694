/** `settled`: the gateway has paid the vendor. `missing`: its final record shows that it has not, and never will. */
export const SHARE_STATES = ["frozen", "settled", "missing"] as const

type ShareState = (typeof SHARE_STATES)[number]

export type ShareFacts = {
  state: ShareState
  share_minor: bigint
  /** Of one that is settled. */
  paid_minor: bigint | null
  /** The order that it is a part of; null while there is none. */
  order_id: string | null
}

/** What the gateway's records say of a share by now. */
export type ShareEvidence = {
  /** What a final settlement of the vendor's subaccount shows; null while none does. */
  paid_minor: bigint | null
  /** The platform's own settlement of the payment, once it is final. */
  main: MainRecord | null
}

type MainRecord = {
  /** The settlement as a whole, and this payment in it, brought what they had to: nothing went elsewhere unseen. */
  is_explained: boolean
  /** What of the payment went to subaccounts; null where the gateway does not say. */
  split_minor: bigint | null
}

export type ShareEnd = { state: "settled" | "missing"; paid_minor: bigint }

/**
 * How a share has ended, or null to wait. That nothing is known of it decides nothing: a subaccount may be paid weekly or by
 * hand. Only a final record of the platform's own that has the money in it, and says that nothing of it was split off, does.
 */
export function decideEnd({ paid_minor, main }: ShareEvidence): ShareEnd | null {
  if (paid_minor !== null && paid_minor > 0n) {
    return { state: "settled", paid_minor }
  }

  return main?.is_explained && main.split_minor === 0n ? { state: "missing", paid_minor: 0n } : null
}

/** What of an order's sale is not to be held for its vendor: what the gateway pays, paid, or may pay. */
export function soldShare({ state, share_minor, paid_minor }: ShareFacts): bigint {
  switch (state) {
    case "frozen":
      return share_minor
    case "settled":
      return paid_minor ?? 0n
    case "missing":
      return 0n
    default:
      return state satisfies never
  }
}
