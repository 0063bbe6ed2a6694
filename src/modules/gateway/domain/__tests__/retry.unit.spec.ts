import fc from "fast-check"
import type { RefundAttemptState } from "../../../../lib/gateway"
import { decideRefund, refundTransitions } from "../refund"
import { decideRetry, type FailedAttempt, retryAt } from "../retry"

const now = new Date("2026-11-28T10:00:00Z")
const HOUR_MS = 3_600_000

const failed = (over: Partial<FailedAttempt> = {}): FailedAttempt => ({
  id: over.key ?? "grf_1",
  key: "ref_1",
  adopted_by_key: null,
  amount_minor: 400n,
  state: "failed",
  is_disowned: false,
  posted_at: new Date(now.getTime() - HOUR_MS),
  root_id: null,
  retries_id: null,
  origin: "medusa",
  tries: 1,
  retry_at: null,
  booked: "returned",
  follow_up: null,
  ...over,
})

const further = (over: Partial<FailedAttempt> = {}) =>
  failed({ key: "try_2", root_id: "ref_1", retries_id: "ref_1", tries: 2, ...over })

type Step = { do: "ask" | "retry" | RefundAttemptState; of: number; amount: bigint }

function take(step: Step, attempts: FailedAttempt[], one: FailedAttempt | undefined): void {
  if (step.do === "ask") {
    ask(step, attempts)
  } else if (step.do === "retry" && one) {
    retry(one, attempts)
  } else if (one && step.do !== "retry" && refundTransitions[one.state].includes(step.do)) {
    one.state = step.do
  }
}

function ask({ of, amount: amount_minor }: Step, attempts: FailedAttempt[]): void {
  const key = `ref_${of}`
  const decision = decideRefund({ key, amount_minor, paid_minor: 1000n }, attempts, now, 60)
  if (decision.do === "post_new") {
    attempts.push(failed({ key, amount_minor, state: "requested" }))
  } else if (decision.do === "post_again") {
    attempts.find(({ id }) => id === decision.id)!.state = "requested"
  }
}

function retry(one: FailedAttempt, attempts: FailedAttempt[]): void {
  const decision = decideRetry(one, attempts, 1000n)
  if (decision.do === "post_new") {
    const id = `try_${attempts.length}`
    const next = { id, key: id, root_id: one.root_id ?? one.id, retries_id: one.id, tries: one.tries + 1 }
    attempts.push({ ...one, ...next, state: "requested" })
  } else if (decision.do === "post_again") {
    one.state = "requested"
  }
}

describe("retryAt", () => {
  it.each([
    [1, 1],
    [2, 6],
    [3, 24],
    [4, null],
    [99, null],
  ])("after try %s it is %s hours until the next", (tries, hours) => {
    expect(retryAt(tries, [1, 6, 24], now)).toEqual(
      hours === null ? null : new Date(now.getTime() + hours * HOUR_MS)
    )
  })

  it("is never where people make the refunds", () => {
    expect(retryAt(1, [], now)).toBeNull()
  })
})

describe("decideRetry", () => {
  it("tries again what the gateway has said it could not make", () => {
    expect(decideRetry(failed(), [failed()], 1000n)).toEqual({ do: "post_new" })
    expect(decideRetry(further(), [failed(), further()], 1000n)).toEqual({ do: "post_new" })
  })

  it.each([
    ["requested", "nothing"],
    ["unknown", "nothing"],
    ["pending", "nothing"],
    ["needs_attention", "nothing"],
    ["processed", "nothing"],
    ["refused", "nothing"],
    ["not_executed", "nothing"],
  ] as const)("does %s: %s", (state, expected) => {
    expect(decideRetry(failed({ state }), [failed({ state })], 1000n)).toEqual({ do: expected })
  })

  it.each([
    ["refused", "post_new"],
    ["not_executed", "nothing"],
    ["pending", "nothing"],
  ] as const)("does what was paid for no order and is %s: %s", (state, expected) => {
    const orphan = failed({ state, origin: "orphan", booked: null })

    expect(decideRetry(orphan, [orphan], 1000n)).toEqual({ do: expected })
  })

  it.each([
    ["refused", "post_new"],
    ["not_executed", "post_again"],
    ["unknown", "nothing"],
  ] as const)("a further try that is %s: %s", (state, expected) => {
    const last = further({ state, booked: null })

    expect(
      decideRetry(
        last,
        [failed(), last].filter(({ id }) => id === last.id),
        1000n
      )
    ).toEqual({
      do: expected,
    })
  })

  it.each([
    ["there is a further try", [further({ state: "pending" })], "nothing"],
    ["the outcome of another refund is not known", [failed({ key: "ref_2", state: "unknown" })], "wait"],
    ["another refund is on its way", [failed({ key: "ref_2", state: "requested" })], "wait"],
    ["the rest of the payment went back", [failed({ key: "ref_2", state: "processed" })], "refuse"],
  ] as const)("is %s", (_, others, expected) => {
    expect(decideRetry(failed({ key: "ref_1" }), [failed(), ...others], 700n)).toEqual({ do: expected })
  })

  it("waits until the books have taken the failure back", () => {
    expect(decideRetry(failed({ booked: "given" }), [failed({ booked: "given" })], 1000n)).toEqual({
      do: "wait",
    })
    expect(decideRetry(failed({ booked: null }), [], 1000n)).toEqual({ do: "post_new" })
  })

  it("leaves what its caller was told of to the caller", () => {
    expect(decideRetry(failed({ is_disowned: true }), [], 1000n)).toEqual({ do: "nothing" })
  })

  it("never lets one refund be made twice, nor more go back than was paid, whatever happens in between", () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({
          do: fc.constant("ask" as const),
          of: fc.nat(1),
          amount: fc.bigInt({ min: 1n, max: 400n }),
        }),
        fc.record({ do: fc.constant("retry" as const), of: fc.nat(4), amount: fc.constant(0n) }),
        fc.record({
          do: fc.constantFrom(
            "pending",
            "processed",
            "failed",
            "unknown",
            "not_executed",
            "refused" as const
          ),
          of: fc.nat(4),
          amount: fc.constant(0n),
        })
      ),
      { minLength: 20, maxLength: 60, size: "max" }
    )
    fc.assert(
      fc.property(steps, (history) => {
        const attempts: FailedAttempt[] = []
        for (const step of history) {
          const one = attempts[step.of % Math.max(attempts.length, 1)]
          take(step, attempts, one)
          const gone = attempts.filter(({ state }) => !["failed", "refused", "not_executed"].includes(state))
          const roots = gone.map(({ root_id, id }) => root_id ?? id)
          expect(gone.reduce((sum, { amount_minor }) => sum + amount_minor, 0n) <= 1000n).toBe(true)
          expect(new Set(roots).size).toBe(roots.length)
        }
      }),
      { numRuns: 500 }
    )
  })
})
