import { DISPUTE_STATES } from "../../../../../lib/dispute-states"
import { clockOf } from "../dispute"

const act_at = "2026-11-20T10:00:00.000Z"
const later = new Date("2026-11-20T10:00:01.000Z")

describe("the clock of a case", () => {
  it("runs while staff can act, and says when they are late", () => {
    expect(clockOf({ state: "open", act_at }, new Date(act_at))).toEqual({ act_at, is_late: false })
    expect(clockOf({ state: "open", act_at }, later)).toEqual({ act_at, is_late: true })
  })

  it.each(DISPUTE_STATES.filter((state) => state !== "open"))("does not run for one that is %s", (state) => {
    expect(clockOf({ state, act_at }, later)).toBeNull()
  })
})
