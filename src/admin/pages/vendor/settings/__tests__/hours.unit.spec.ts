import {
  clocksWith,
  closingOf,
  dayOf,
  daysAlike,
  minutesOf,
  type Span,
  spanOf,
  timeOf,
} from "../service/hours"

describe("times of a day", () => {
  it.each([
    ["00:00", 0],
    ["09:30", 570],
    ["23:59", 1439],
    ["09:30:00", 570],
    ["24:00", null],
    ["9:30", null],
    ["", null],
  ])("%s is minute %s", (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes)
  })

  it("close at midnight when they close at 00:00", () => {
    expect([closingOf("00:00"), closingOf("18:00"), closingOf("")]).toEqual([1440, 1080, null])
  })

  it.each<[Span]>([[[0, 1440]], [[570, 1080]], [[1, 1439]]])("come back as they were stored: %j", (span) => {
    expect(spanOf(dayOf(span))).toEqual(span)
  })

  it("keep what was typed for a day that is closed, and do not send it", () => {
    expect(spanOf({ is_open: false, opens: "09:00", closes: "18:00" })).toBeNull()
    expect(dayOf(null)).toMatchObject({ is_open: false, opens: "09:00" })
  })
})

describe("a week", () => {
  it("is told from Monday on, days that are alike together", () => {
    const long: Span = [540, 1080]

    expect(daysAlike([null, long, long, [540, 1080], long, long, [600, 840]])).toEqual([
      { first: 1, last: 5, span: long },
      { first: 6, last: 6, span: [600, 840] },
      { first: 0, last: 0, span: null },
    ])
  })

  it("is told in one line when all days are alike", () => {
    expect(daysAlike(Array.from({ length: 7 }, () => null))).toEqual([{ first: 1, last: 0, span: null }])
  })
})

describe("clocks", () => {
  it("are there once each, with the one that is set", () => {
    const values = clocksWith(15).map(({ value }) => Number(value))

    expect(values).toEqual([...new Set(values)].sort((one, other) => one - other))
    expect(values).toEqual(expect.arrayContaining([-720, 0, 15, 60, 345, 840]))
  })

  it("say where they stand", () => {
    const labels = clocksWith(60).map(({ label }) => label)

    expect(labels).toEqual(
      expect.arrayContaining(["UTC+01:00 · Lagos, Douala, Kinshasa", "UTC−03:30", "UTC+05:45"])
    )
  })

  it.each([
    [0, "00:00"],
    [65, "01:05"],
    [1440, "00:00"],
  ])("show minute %s as %s", (minutes, text) => {
    expect(timeOf(minutes)).toBe(text)
  })
})
