import { asText } from "../send-csv"

describe("A text in a table", () => {
  it.each(["=1+1", "+2348012345678", "-1+1", "-", "--1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "－1"])(
    "that a spreadsheet would run is marked: %j",
    (text) => {
      expect(asText(text)).toBe(`'${text}`)
    }
  )

  it.each(["", "-1", "-1013.5", "1500", "Ada's = cloth", "a-b", "1-1"])("is left as it is: %j", (text) => {
    expect(asText(text)).toBe(text)
  })
})
