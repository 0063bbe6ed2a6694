import { DISPUTE_KINDS, DISPUTE_STATES, isOver } from "../../../../lib/dispute-states"
import { whyNoCase } from "../buyer-case"
import { clockOf, isNearlyDue, isStuckAnswer } from "../clock"
import { canMove, HOLDING_STATES, outcomeOfWord, settlementOf } from "../state"

const at = (hour: number) => new Date(Date.UTC(2026, 10, 28, hour))

describe("the table of states", () => {
  it("lets nothing leave an end, and everything that holds money come to one", () => {
    for (const kind of DISPUTE_KINDS) {
      for (const from of DISPUTE_STATES.filter(isOver)) {
        expect(DISPUTE_STATES.filter((to) => canMove(kind, from, to))).toEqual([])
      }
    }
    const reaches = (kind: "chargeback" | "buyer", from: (typeof DISPUTE_STATES)[number]) =>
      DISPUTE_STATES.some((to) => isOver(to) && canMove(kind, from, to))
    expect(HOLDING_STATES.filter((from) => reaches("chargeback", from))).toEqual([
      "open",
      "submitting",
      "submitted",
      "accepting",
    ])
    expect(HOLDING_STATES.filter((from) => reaches("buyer", from))).toEqual(["open", "refunding"])
  })

  it.each([
    ["chargeback", "open", "submitting", true],
    ["chargeback", "open", "refunding", false],
    ["chargeback", "submitted", "lost", true],
    ["buyer", "open", "submitting", false],
    ["buyer", "open", "lost", false],
    ["buyer", "refunding", "lost", true],
  ] as const)("a %s may go from %s to %s: %s", (kind, from, to, may) => {
    expect(canMove(kind, from, to)).toBe(may)
  })

  it("pays out what a lost chargeback holds, and gives back everything else", () => {
    expect(settlementOf("chargeback", "lost")).toBe("pay_out")
    expect(settlementOf("chargeback", "won")).toBe("give_back")
    expect(settlementOf("buyer", "lost")).toBe("give_back")
    expect(settlementOf("buyer", "withdrawn")).toBe("give_back")
    expect(settlementOf("chargeback", "submitted")).toBe("none")
  })
})

describe("the word of a gateway", () => {
  it.each([
    ["open", "needs_answer", null],
    ["open", "under_review", "submitted"],
    ["open", "lost", "lost"],
    ["submitting", "needs_answer", null],
    ["submitting", "under_review", "submitted"],
    ["submitted", "needs_answer", "open"],
    ["submitted", "won", "won"],
    ["accepting", "needs_answer", null],
    ["accepting", "lost", "lost"],
    ["open", "unclear", null],
  ] as const)("moves a case that is %s and %s to %s", (state, word, move_to) => {
    expect(outcomeOfWord(state, word)).toEqual({ move_to, contradiction: false })
  })

  it("never changes an end, and shows people one that is told otherwise", () => {
    expect(outcomeOfWord("won", "lost")).toEqual({ move_to: null, contradiction: true })
    expect(outcomeOfWord("lost", "lost")).toEqual({ move_to: null, contradiction: false })
    expect(outcomeOfWord("won", "under_review")).toEqual({ move_to: null, contradiction: false })
  })
})

describe("the clock", () => {
  const policy = { answer_hours: 16, lead_hours: 4 }

  it.each([
    ["the gateway's deadline less the lead", at(0), at(16), at(16), at(12)],
    ["the policy's where the gateway names none", at(0), null, at(16), at(12)],
    ["half of what there is when that is short", at(0), at(2), at(2), at(1)],
    ["at once when the deadline has passed", at(5), at(3), at(3), at(3)],
  ])("acts at %s", (_, opened, due, due_at, act_at) => {
    expect(clockOf(opened, due, policy)).toEqual({ due_at, act_at })
  })
})

describe("an answer that goes on failing", () => {
  it.each([
    ["is tried on for an hour", at(0), at(16), new Date(at(1).getTime() - 1), false, false],
    ["is told of after it", at(0), at(16), at(1), true, false],
    ["is told of, and sent without what fails, in the last hour", at(14), at(16), at(15), true, true],
    ["is so past its deadline, too", at(0), at(16), at(17), true, true],
  ])("%s", (_, since, due_at, now, isStuck, isNear) => {
    expect([isStuckAnswer({ since, due_at }, now), isNearlyDue(due_at, now)]).toEqual([isStuck, isNear])
  })
})

describe("a buyer's case", () => {
  const facts = {
    delivered_at: at(0),
    is_canceled: false,
    is_paid: true,
    left_minor: 1n,
    has_open_case: false,
    window_days: 1,
  }

  it.each([
    [{}, null],
    [{ has_open_case: true }, "case_open"],
    [{ is_canceled: true }, "canceled"],
    [{ is_paid: false }, "not_paid"],
    [{ left_minor: 0n }, "nothing_left"],
    [{ delivered_at: new Date(at(0).getTime() - 1) }, "too_late"],
    [{ delivered_at: null }, null],
  ])("with %j is refused for %s", (over, why) => {
    expect(whyNoCase({ ...facts, ...over }, at(24))).toBe(why)
  })
})
