import type { RefundAttemptState } from "../../../lib/gateway"

/**
 * `waiting`: its name was not confirmed, and staff have to. `ready`: to be named to the gateway, or paid to by people. `sending`: a
 * call may be at the gateway. `unknown`: its answer was lost. `sent`: the gateway has it. `refused`: the gateway did not take it.
 */
export const REFUND_ACCOUNT_STATES = ["waiting", "ready", "sending", "unknown", "sent", "refused"] as const

export type RefundAccountState = (typeof REFUND_ACCOUNT_STATES)[number]

/** The one table of what may follow what. */
export const refundAccountTransitions: Record<RefundAccountState, readonly RefundAccountState[]> = {
  waiting: ["ready"],
  ready: ["sending"],
  sending: ["ready", "unknown", "sent", "refused"],
  unknown: ["ready", "sent"],
  sent: [],
  refused: [],
}

/** A buyer who may try as often as he likes could find out whose account a number is. */
const MOST_TRIES = 5

export type EnterVerdict = { is_allowed: true } | { is_allowed: false; why: string }

const refused = (why: string): EnterVerdict => ({ is_allowed: false, why })

/** Whether an account may be named for a refund; it takes the place of one that was named before. */
export function decideEnter(facts: {
  refund_state: RefundAttemptState
  account_state: RefundAccountState | null
  tries: number
  is_by_staff: boolean
}): EnterVerdict {
  if (facts.refund_state !== "needs_attention") {
    return refused("This refund needs no bank account.")
  }
  if (facts.account_state === "sending" || facts.account_state === "unknown") {
    return refused("An account was named already, and its refund is on its way: look again later.")
  }

  return facts.tries >= MOST_TRIES && !facts.is_by_staff
    ? refused("An account was named too often for this refund: ask the platform.")
    : { is_allowed: true }
}

/** Where an account stands that nobody had to confirm. */
export const stateOfChecked = (name_check: string | null): RefundAccountState =>
  name_check === "matches" ? "ready" : "waiting"

/**
 * What became of an account whose call got no answer, by where the gateway says that the refund stands: it goes on only when
 * the account has arrived; a call may still be on its way for a while after its caller gave up.
 */
export function stateAfterLookup(
  account: { state: RefundAccountState; posted_at: Date },
  refundState: RefundAttemptState,
  { now, settle_seconds }: { now: Date; settle_seconds: number }
): RefundAccountState {
  if (account.state !== "sending" && account.state !== "unknown") {
    return account.state
  }
  if (refundState !== "needs_attention") {
    return "sent"
  }

  return now.getTime() - account.posted_at.getTime() >= settle_seconds * 1000 ? "ready" : "unknown"
}
