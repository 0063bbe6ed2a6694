import { isTrackingNumber } from "../tracking"

describe("A carrier's number", () => {
  it.each(["GIG1234567", "1Z 999 AA1 01 2345 6784", "RR123456789NG", "2024-000012", "12345"])(
    "may be %s",
    (text) => {
      expect(isTrackingNumber(text)).toBe(true)
    }
  )

  it.each([
    null,
    "",
    "x",
    "none",
    "sent by bike",
    "1234",
    " 12345",
    "12345 ",
    "?????",
    "n/a 1!",
    "1".repeat(41),
  ])("is not %p", (text) => {
    expect(isTrackingNumber(text)).toBe(false)
  })
})
