import { decideResend, INVITATION_LIMITS, invitationExpiry, invitationState } from "../invitation-rules"

const NOW = new Date("2026-11-25T12:00:00Z")
const later = (ms: number) => new Date(NOW.getTime() + ms)
const open = { expires_at: later(1), accepted_at: null, revoked_at: null }
const sent = { ...open, sent_at: later(-60_000), sent_count: 1 }

describe("an invitation", () => {
  it("is open until the very moment of its expiry, unless it was accepted or revoked", () => {
    expect(invitationState(open, NOW)).toBe("open")
    expect(invitationState({ ...open, expires_at: NOW }, NOW)).toBe("expired")
    expect(invitationState({ ...open, revoked_at: NOW }, NOW)).toBe("revoked")
    expect(invitationState({ ...open, accepted_at: NOW, revoked_at: NOW }, NOW)).toBe("accepted")
    expect(invitationExpiry(NOW)).toEqual(new Date("2026-12-02T12:00:00Z"))
  })

  it("is sent again after a pause, a few times, also when it has expired, but not once it is closed", () => {
    expect(decideResend(sent, NOW)).toBe("allowed")
    expect(decideResend({ ...sent, expires_at: later(-1) }, NOW)).toBe("allowed")
    expect(decideResend({ ...sent, sent_at: later(-59_999) }, NOW)).toBe("too_soon")
    expect(decideResend({ ...sent, sent_count: INVITATION_LIMITS.sent }, NOW)).toBe("too_often")
    expect(decideResend({ ...sent, revoked_at: NOW }, NOW)).toBe("closed")
    expect(decideResend({ ...sent, accepted_at: NOW }, NOW)).toBe("closed")
  })
})
