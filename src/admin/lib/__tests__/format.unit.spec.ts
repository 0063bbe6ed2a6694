import { formatsOf } from "../format"

/** Which spaces stand where differs between versions of Unicode's tables. */
const plain = (text: string) => text.replaceAll(/\s/g, "")

describe("amounts", () => {
  it.each([
    ["en-GB", "1500.5", "ngn", "₦1,500.50"],
    ["en-GB", "1500.50", "kes", "KES 1,500.50"],
    ["en-GB", "1500.5", "ghs", "GH₵1,500.50"],
    ["en-GB", "1500", "xof", "F CFA 1,500"],
    ["en-GB", "1500.5", "zar", "R1,500.50"],
    ["en-GB", "1500.5", "usd", "$1,500.50"],
    ["fr", "1500.5", "ngn", "1 500,50 ₦"],
    ["fr", "1500", "xof", "1 500 F CFA"],
  ])("in %s: %s %s as %s", (language, amount, currency, text) => {
    expect(plain(formatsOf(language).money(amount, currency))).toBe(plain(text))
  })

  it("keep every digit of an amount that no float holds", () => {
    expect(formatsOf("en-GB").money("90071992547409931.25", "ngn")).toBe("₦90,071,992,547,409,931.25")
  })
})

describe("numbers as they are typed", () => {
  it.each([
    ["fr", "1 500,5", "1500.5"],
    ["fr", "1\u202f500", "1500"],
    ["fr", "1500.5", "1500.5"],
    ["en-GB", "1 500.50", "1500.50"],
    // Not taken for one and a half: the server says what is wrong with it.
    ["en-GB", "1,500", "1,500"],
  ])("in %s: %s is %s", (language, typed, text) => {
    expect(formatsOf(language).typedNumber(typed)).toBe(text)
  })

  /** Key by key, as a field takes them, and then left. */
  const leave = (language: string, keys: string) => {
    const { typedNumber, finishedNumber } = formatsOf(language)

    return finishedNumber([...keys].reduce((text, key) => typedNumber(text + key), ""))
  }

  it.each([
    ["en-GB", "199,99", "199.99"],
    ["en-GB", "1 500,5", "1500.5"],
    ["en-GB", "1,500", "1,500"],
    ["en-GB", "1,500,00", "1,500,00"],
    ["en-GB", "1,500.50", "1,500.50"],
    ["en-GB", "199,", "199,"],
    ["fr", "199,99", "199.99"],
  ])("in %s: %s is %s when the field is left", (language, keys, text) => {
    expect(leave(language, keys)).toBe(text)
  })
})

describe("times", () => {
  const now = Date.parse("2026-11-28T12:00:00Z")

  it.each([
    ["2026-11-28T11:45:00Z", "15 minutes ago"],
    ["2026-11-28T15:00:00Z", "in 3 hours"],
    ["2026-12-03T12:00:00Z", "in 5 days"],
    ["2026-11-27T06:00:00Z", "30 hours ago"],
  ])("%s is %s", (moment, text) => {
    expect(formatsOf("en-GB").ago(moment, now)).toBe(text)
  })

  it("tells shares from basis points", () => {
    expect(formatsOf("en-GB").percent(250)).toBe("2.5%")
    expect(formatsOf("en-GB").percent(1275)).toBe("12.75%")
    expect(plain(formatsOf("fr").percent(10000))).toBe("100%")
  })
})

describe("days and hours of a shop", () => {
  const [english, french] = [formatsOf("en-GB"), formatsOf("fr")]

  it("are told as people say them", () => {
    expect([0, 1, 6].map(english.weekday)).toEqual(["Sunday", "Monday", "Saturday"])
    expect(french.weekday(3)).toBe("mercredi")
    expect([0, 570, 1439].map(english.clock)).toEqual(["00:00", "09:30", "23:59"])
    expect(english.fullDay("2026-12-25")).toBe("25 Dec 2026")
  })
})
