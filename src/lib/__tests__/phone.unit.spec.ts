import { parsePhone } from "../phone"

describe("parsePhone", () => {
  it.each([
    ["0803 123 4567", "+2348031234567", "NG"],
    ["+234 (0) 803-123-4567", "+2348031234567", "NG"],
    ["+254712345678", "+254712345678", "KE"],
    ["+233 24 123 4567", "+233241234567", "GH"],
    ["+27 82 123 4567", "+27821234567", "ZA"],
  ])("reads %s as %s", (text, number, country) => {
    expect(parsePhone(text, "NG")).toEqual({ number, country })
  })

  it.each([
    ["a number that is too short", "0803"],
    ["a fixed line", "+23412700000"],
    ["a premium number", "+1 900 555 0123"],
    ["a number with an extension", "+2348031234567 ext. 5"],
    ["words around a number", "call +2348031234567 now"],
    ["a country that does not exist", "+9998031234567"],
    ["nothing", ""],
    ["a flood", "+234".repeat(1000)],
  ])("refuses %s", (_, text) => {
    expect(parsePhone(text, "NG")).toBeNull()
  })
})
