import { LIMITS, lockSeconds, TOPICS, type TopicLimits } from "../limits"

describe("lockSeconds", () => {
  it.each([
    [0, 60],
    [1, 60],
    [2, 300],
    [3, 900],
    [4, 3600],
    [5, 3600],
    [1000, 3600],
  ])("is, for lock %i of a day, %i seconds", (count, seconds) => {
    expect(lockSeconds(count)).toBe(seconds)
  })
})

describe("LIMITS", () => {
  it.each(TOPICS)(
    "of %s let a whole network try more than one account, and count what they grow by",
    (topic) => {
      const { ip, pair, account, growing }: TopicLimits = LIMITS[topic]
      const perSecond = ({ points, seconds }: { points: number; seconds: number }) => points / seconds

      for (const narrower of [pair, account]) {
        expect(narrower ? perSecond(ip) : 1).toBeGreaterThan(narrower ? perSecond(narrower) : 0)
      }
      expect(growing ? LIMITS[topic] : { none: {} }).toHaveProperty(growing ?? "none")
    }
  )

  it("ask twenty addresses of whoever wants to shut somebody else out of signing in", () => {
    const { pair, account } = LIMITS.sign_in

    expect(account.points / pair.points).toBeGreaterThanOrEqual(20)
  })
})
