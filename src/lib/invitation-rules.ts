export const INVITATION_DAYS = 7

/** How many invitations may be open at once, made in a day, and sent again: an address is not to be flooded by them. */
export const INVITATION_LIMITS = { open: 50, made_in_a_day: 100, sent: 5, pause_seconds: 60 } as const

/** A shop that nobody has approved could be made for the mail alone: it has so many invitations in all. */
export const INVITATIONS_OF_PENDING_SHOP = 5

const DAY_MS = 24 * 60 * 60 * 1000

export type InvitationFacts = {
  expires_at: Date
  accepted_at: Date | null
  revoked_at: Date | null
}

export const INVITATION_STATES = ["open", "accepted", "revoked", "expired"] as const

export type InvitationState = (typeof INVITATION_STATES)[number]

export function invitationState(invitation: InvitationFacts, now: Date): InvitationState {
  if (invitation.accepted_at) {
    return "accepted"
  }
  if (invitation.revoked_at) {
    return "revoked"
  }

  return invitation.expires_at > now ? "open" : "expired"
}

/** A state is not stored: it is told from times, so that an invitation expires without anybody's doing. */
export function filterByState(state: InvitationState | undefined, now: Date): Record<string, unknown> {
  switch (state) {
    case undefined:
      return {}
    case "accepted":
      return { accepted_at: { $ne: null } }
    case "revoked":
      return { accepted_at: null, revoked_at: { $ne: null } }
    case "expired":
      return { accepted_at: null, revoked_at: null, expires_at: { $lte: now } }
    case "open":
      return { accepted_at: null, revoked_at: null, expires_at: { $gt: now } }
    default:
      return state satisfies never
  }
}

export const invitationExpiry = (now: Date): Date => new Date(now.getTime() + INVITATION_DAYS * DAY_MS)

export type ResendVerdict = "allowed" | "closed" | "too_soon" | "too_often"

/** An invitation that has expired may be sent again and then holds for another week. */
export function decideResend(
  invitation: InvitationFacts & { sent_at: Date; sent_count: number },
  now: Date
): ResendVerdict {
  const state = invitationState(invitation, now)
  if (state === "accepted" || state === "revoked") {
    return "closed"
  }
  if (invitation.sent_count >= INVITATION_LIMITS.sent) {
    return "too_often"
  }
  const waited = now.getTime() - invitation.sent_at.getTime()

  return waited < INVITATION_LIMITS.pause_seconds * 1000 ? "too_soon" : "allowed"
}
