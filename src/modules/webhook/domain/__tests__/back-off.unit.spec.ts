import { afterFailure, MOST_ATTEMPTS } from "../back-off"

const now = new Date("2026-11-24T10:00:00Z")

const delaySeconds = (attempts: number) => {
  const after = afterFailure(attempts, now)

  return after.state === "failed" ? (after.next_attempt_at.getTime() - now.getTime()) / 1000 : null
}

describe("afterFailure", () => {
  it.each([
    [1, 15],
    [2, 30],
    [8, 1920],
    [9, 3600],
    [MOST_ATTEMPTS - 1, 3600],
    [MOST_ATTEMPTS, null],
    [MOST_ATTEMPTS + 1, null],
  ])("after attempt %s waits %s seconds", (attempts, seconds) => {
    expect(delaySeconds(attempts)).toBe(seconds)
  })

  it.each([0, -1, 1.5])("refuses %s as a number of attempts", (attempts) => {
    expect(() => afterFailure(attempts, now)).toThrow(RangeError)
  })
})
