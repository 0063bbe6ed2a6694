import fc from "fast-check"
import type { RefundAttemptState } from "../../../../lib/gateway"
import {
  type AttemptFacts,
  bookingDue,
  decideRefund,
  refundTransitions,
  standingOf,
  stateWhenNotFound,
} from "../refund"

const now = new Date("2026-11-24T10:00:00Z")
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const IN_FLIGHT_SECONDS = 60

const attempt = (over: Partial<AttemptFacts> = {}): AttemptFacts => ({
  id: over.key ?? "grf_1",
  key: "ref_1",
  adopted_by_key: null,
  amount_minor: 400n,
  state: "processed",
  is_disowned: false,
  posted_at: secondsAgo(3600),
  root_id: null,
  tries: 1,
  ...over,
})

const decide = (attempts: AttemptFacts[], over: { key?: string; amount_minor?: bigint } = {}) =>
  decideRefund(
    { key: "ref_new", amount_minor: 400n, paid_minor: 1000n, ...over },
    attempts,
    now,
    IN_FLIGHT_SECONDS
  )

describe("decideRefund", () => {
  it("posts the first refund", () => {
    expect(decide([])).toEqual({ do: "post_new" })
  })

  it.each(["pending", "needs_attention", "processed", "failed", "refused"] as const)(
    "answers the same key with the attempt that is %s",
    (state) => {
      expect(decide([attempt({ key: "ref_new", state })])).toEqual({ do: "answer", id: "ref_new" })
    }
  )

  it("answers a key that adopted an earlier attempt", () => {
    const adopted = attempt({ key: "ref_old", adopted_by_key: "ref_new" })

    expect(decide([adopted])).toEqual({ do: "answer", id: "ref_old" })
  })

  it("answers a key whose attempt failed with the last try that was made for it", () => {
    const failed = attempt({ key: "ref_new", state: "failed" })
    const tries = [
      failed,
      attempt({ key: "try_3", root_id: "ref_new", tries: 3, state: "pending" }),
      attempt({ key: "try_2", root_id: "ref_new", tries: 2, state: "failed" }),
    ]

    expect(decide(tries)).toEqual({ do: "answer", id: "try_3" })
    expect(decide([failed, attempt({ key: "try_2", root_id: "ref_other", tries: 2 })])).toEqual({
      do: "answer",
      id: "ref_new",
    })
  })

  it.each([
    [59, "wait"],
    [60, "look_up"],
  ])("treats a request that is %s seconds old as one to %s", (seconds, decision) => {
    const requested = attempt({ state: "requested", posted_at: secondsAgo(seconds) })

    expect(decide([requested])).toMatchObject({ do: decision })
  })

  it("looks every unknown attempt up before it posts anything, whatever the amount", () => {
    const attempts = [
      attempt({ key: "ref_1", state: "unknown", amount_minor: 1n }),
      attempt({ key: "ref_2", state: "processed" }),
      attempt({ key: "ref_3", state: "requested", posted_at: secondsAgo(61) }),
    ]

    expect(decide(attempts)).toEqual({ do: "look_up", ids: ["ref_1", "ref_3"] })
  })

  it("gives a new key the executed refund whose caller was told it failed", () => {
    expect(decide([attempt({ key: "ref_old", is_disowned: true, state: "pending" })])).toEqual({
      do: "adopt",
      id: "ref_old",
    })
  })

  it.each([
    ["of another amount", { amount_minor: 300n }],
    ["that serves a later key already", { adopted_by_key: "ref_other" }],
    ["that its caller knows of", { is_disowned: false }],
    ["that was not executed", { state: "not_executed" as const }],
  ])("does not adopt a refund %s", (_, over) => {
    expect(decide([attempt({ key: "ref_old", is_disowned: true, ...over })])).toEqual({ do: "post_new" })
  })

  it("posts a key again only when its attempt was not executed", () => {
    expect(decide([attempt({ key: "ref_new", state: "not_executed" })])).toEqual({
      do: "post_again",
      id: "ref_new",
    })
  })

  it.each([
    [600n, { do: "post_new" }],
    [601n, { do: "refuse", refundable_minor: 600n }],
  ])("bounds a refund of %s by what is left of 1000 after 400", (amount_minor, decision) => {
    expect(decide([attempt()], { amount_minor })).toEqual(decision)
  })

  it("never lets posted refunds add up to more than was paid", () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 500n }), { minLength: 1, maxLength: 20 })
    const states = fc.constantFrom<RefundAttemptState>("pending", "processed", "failed", "not_executed")
    fc.assert(
      fc.property(amounts, states, fc.bigInt({ min: 1n, max: 2000n }), (wanted, outcome, paid_minor) => {
        const attempts: AttemptFacts[] = []
        wanted.forEach((amount_minor, index) => {
          const key = `ref_${index}`
          const decision = decideRefund({ key, amount_minor, paid_minor }, attempts, now, IN_FLIGHT_SECONDS)
          if (decision.do === "post_new") {
            attempts.push(attempt({ key, amount_minor, state: outcome }))
          }
        })
        const gone = attempts.filter(({ state }) => state === "pending" || state === "processed")
        expect(gone.reduce((sum, { amount_minor }) => sum + amount_minor, 0n) <= paid_minor).toBe(true)
      })
    )
  })
})

describe("standingOf", () => {
  it.each<[string, AttemptFacts[], string | null, string]>([
    ["nothing was asked for", [], "ref_1", "none"],
    ["its own was made", [attempt()], "ref_1", "settled"],
    ["its own was refused", [attempt({ state: "refused" })], "ref_1", "settled"],
    ["its own certainly never arrived", [attempt({ state: "not_executed" })], "ref_1", "none"],
    ["nobody knows of its own", [attempt({ state: "unknown" })], "ref_1", "unknown"],
    ["one that Medusa has lost was made", [attempt({ is_disowned: true })], null, "settled"],
    ["one of another amount was", [attempt({ is_disowned: true, amount_minor: 1n })], null, "none"],
    ["one that serves its own refund was", [attempt()], null, "none"],
    ["nobody knows of one that Medusa has lost", [attempt({ state: "requested" })], null, "unknown"],
  ])("%s", (_, attempts, key, expected) => {
    expect(standingOf({ key, amount_minor: 400n }, attempts)).toBe(expected)
  })
})

describe("stateWhenNotFound", () => {
  it.each([
    ["requested", 299, "unknown"],
    ["unknown", 299, "unknown"],
    ["unknown", 300, "not_executed"],
    ["requested", 300, "not_executed"],
    ["pending", 9999, "pending"],
  ] as const)(
    "keeps or drops an attempt that is %s, %s seconds after it was posted: %s",
    (state, age, next) => {
      expect(stateWhenNotFound({ state, posted_at: secondsAgo(age) }, now, 300)).toBe(next)
    }
  )
})

describe("refundTransitions", () => {
  it("lets nothing follow money that went back, failed or was refused", () => {
    expect([refundTransitions.processed, refundTransitions.failed, refundTransitions.refused]).toEqual([
      [],
      [],
      [],
    ])
  })

  it("lets only an attempt that was not executed be requested again", () => {
    const before = Object.entries(refundTransitions).filter(([, next]) => next.includes("requested"))

    expect(before.map(([state]) => state)).toEqual(["not_executed"])
  })
})

describe("bookingDue", () => {
  it.each([
    ["requested", null, null],
    ["unknown", null, null],
    ["not_executed", null, null],
    ["refused", null, null],
    ["failed", null, null],
    ["pending", null, "given"],
    ["needs_attention", null, "given"],
    ["processed", null, "given"],
    ["processed", "given", null],
    ["pending", "given", null],
    ["failed", "given", "returned"],
    ["failed", "returned", null],
  ] as const)("of a refund that is %s and booked as %s is %s", (state, booked, expected) => {
    expect(bookingDue({ state, booked })).toBe(expected)
  })
})
