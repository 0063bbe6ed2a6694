import fc from "fast-check"
import { walletNumber } from "../../../../lib/mobile-money"
import { compareNames, nameCheckOf, nameCheckSentence } from "../account-name"
import { accountNumberProblem, bankNameOf, storedNumberOf } from "../bank-account"

describe("compareNames", () => {
  it.each([
    ["Ada Textiles Ltd", "ADA TEXTILES LIMITED", true, []],
    ["Ngozi Adé", "ADE, NGOZI CHIDINMA", true, []],
    ["Ada Textiles", "ADA FABRICS LTD", false, ["textiles"]],
    ["Somebody Else", "ADA TEXTILES LTD", false, ["somebody", "else"]],
    ["Ada", "ADA TEXTILES LTD", false, []],
    ["Ada Ltd", "ADA", true, []],
    ["Ltd", "ADA TEXTILES LTD", false, []],
    ["!", "", false, []],
  ])("%s, kept as %s, matches: %s; missing: %j", (given, holder, matches, missing) => {
    expect(compareNames(given, holder)).toEqual({ matches, missing })
  })

  const word = fc.stringMatching(/^[a-z]{4,9}$/).filter((text) => text !== "limited")
  const words = fc.uniqueArray(word, { minLength: 2, maxLength: 5 })

  it("does not depend on order, capitals, or further names of the holder; one strange word is enough to differ", () => {
    fc.assert(
      fc.property(words, words, word, (given, others, strange) => {
        const holder = [...others, ...given.toReversed()].join(" ").toUpperCase()
        expect(compareNames(given.join("-"), holder)).toEqual({ matches: true, missing: [] })
        fc.pre(!given.includes(strange) && !others.includes(strange))
        expect(compareNames([...given, strange].join(" "), holder)).toEqual({
          matches: false,
          missing: [strange],
        })
      })
    )
  })
})

describe("nameCheckOf", () => {
  it.each([
    [{ state: "known", name: "ADA OBI" } as const, "matches", ""],
    [{ state: "known", name: "ADA BELLO" } as const, "differs", "obi"],
    [{ state: "unknown" } as const, "unknown_account", ""],
    [{ state: "cannot_be_asked" } as const, "cannot_be_asked", ""],
  ])("makes of %j: %s", (holder, name_check, missing) => {
    const check = nameCheckOf("Ada Obi", holder)
    expect(check).toEqual({ name_check, name_missing: missing ? [missing] : [] })
    const sentence = nameCheckSentence(check.name_check, missing)
    expect(sentence).toMatch(/\.$/)
    // The holder's own name is nobody's who only knows a number.
    expect(sentence?.toLowerCase()).not.toContain("bello")
    expect(sentence?.includes("obi")).toBe(name_check === "differs")
  })

  it("says nothing before the gateway has answered", () => {
    expect(nameCheckSentence(null, null)).toBeNull()
    expect(nameCheckSentence("differs", null)).toEqual(expect.any(String))
  })
})

describe("a wallet", () => {
  const wallet = (over: object) => ({
    kind: "mobile_money" as const,
    bank_code: "MPESA",
    account_number: "0712345678",
    currency_code: "kes",
    ...over,
  })

  it.each([
    ["kes", "0712345678", "254712345678"],
    ["kes", "+254 712-345-678", "254712345678"],
    ["ghs", "233542773934", "233542773934"],
    ["ghs", "254712345678", null],
    ["kes", "712345678", null],
    ["kes", "07123456789", null],
    ["ngn", "08031234567", null],
    ["constructor", "0712345678", null],
  ])("in %s numbered %s is stored as %s", (currency, typed, stored) => {
    expect(walletNumber(currency, typed)).toBe(stored)
  })

  it("has an operator of its currency and a number of its country", () => {
    expect(accountNumberProblem(wallet({}))).toBeNull()
    expect(storedNumberOf(wallet({}))).toBe("254712345678")
    expect(bankNameOf(wallet({}))).toBe("M-Pesa")
    for (const wrong of [
      { bank_code: "MTN" },
      { bank_code: "toString" },
      { account_number: "0000014579A" },
      { currency_code: "ngn" },
    ]) {
      const problem = accountNumberProblem(wallet(wrong))
      expect(problem).toEqual(expect.any(String))
      expect(problem).not.toMatch(/0712345678|0000014579A/)
    }
  })

  it("is not what a bank account is: its number stays as it is", () => {
    const account = { bank_code: "GH010", account_number: "0712345678", currency_code: "ghs" }
    expect(accountNumberProblem(account)).toBeNull()
    expect(storedNumberOf(account)).toBe("0712345678")
    expect(bankNameOf(account)).toBeNull()
  })
})
