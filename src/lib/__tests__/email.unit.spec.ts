import { normaliseEmail, parseEmail, spellingsOf } from "../email"

describe("parseEmail", () => {
  it.each(["ada@example.com", " Ada@Example.COM\t", "ＡＤＡ@example.com", "ada@EXAMPLE.com"])(
    "gives %j the one spelling",
    (typed) => {
      expect(parseEmail(typed)).toBe("ada@example.com")
    }
  )

  it.each([
    "",
    "ada",
    "ada@",
    "@example.com",
    "ada@example",
    "a b@example.com",
    "ada@example.com, eve@example.com",
    "ada@exam\nple.com",
    `${"a".repeat(64)}@${"b".repeat(200)}.com`,
    null,
    7,
    { $ne: "" },
    ["ada@example.com"],
  ])("refuses %j", (value) => {
    expect(parseEmail(value)).toBeNull()
  })
})

describe("spellingsOf", () => {
  it("has the one spelling first, and the typed one only where it differs", () => {
    expect(spellingsOf(" Ada@Example.com ")).toEqual(["ada@example.com", "Ada@Example.com"])
    expect(spellingsOf("ada@example.com")).toEqual(["ada@example.com"])
    expect(normaliseEmail("Ada@Example.com")).toBe("ada@example.com")
  })
})
