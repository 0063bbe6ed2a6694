import fc from "fast-check"
import { emailKey, MATCH_KINDS, matchesOf, type Party, type PartyAddress } from "../match"

const NOW = new Date("2026-11-28T12:00:00Z")
const NOBODY: Party = {
  logins: [],
  devices: [],
  emails: [],
  phones: [],
  addresses: [],
  bank_accounts: [],
  card_emails: [],
}
const party = (over: Partial<Party>): Party => ({ ...NOBODY, ...over })
const address = (over: Partial<PartyAddress>): PartyAddress => ({
  address_1: null,
  address_2: null,
  city: null,
  province: null,
  country_code: "ng",
  ...over,
})
const device = (ip_address: string | null, name: string | null, hoursAgo = 0) => ({
  ip_address,
  device: name,
  from: new Date(NOW.getTime() - hoursAgo * 3_600_000),
  to: new Date(NOW.getTime() - hoursAgo * 3_600_000),
})
const PHONE = "Chrome 128.0 on Android 14"

const kindsOf = (key: keyof Party, left: unknown, right: unknown) =>
  matchesOf(party({ [key]: [left] }), party({ [key]: [right] }))

describe("matchesOf", () => {
  it.each([
    ["Ada.Obi+shop@gmail.com", "adaobi@googlemail.com"],
    [" ADA@example.com", "ada+1@Example.com"],
  ])("takes %s and %s for one mailbox", (left, right) => {
    expect(kindsOf("emails", left, right)).toEqual(["email"])
  })

  it.each([
    ["ada.obi@example.com", "adaobi@example.com"],
    ["ada@example.com", "ada@example.org"],
    ["+a@example.com", "+b@example.com"],
    ["nothing", "nothing"],
  ])("takes %s and %s for two", (left, right) => {
    expect(kindsOf("emails", left, right)).toEqual([])
  })

  it.each([
    ["0803 123 4567", "ng", "+234 (803) 123-4567", null, ["phone"]],
    ["08031234567", "NG", "00234 803 123 4567", "ng", ["phone"]],
    ["08031234567", "ng", "08031234567", "gh", []],
    ["08031234567", null, "08031234567", null, []],
    ["call me", "ng", "call me", "ng", []],
  ])("compares the phones %s (%s) and %s (%s)", (left, from, right, to, kinds) => {
    const one = { number: left, country_code: from }
    expect(kindsOf("phones", one, { number: right, country_code: to })).toEqual(kinds)
  })

  it.each([
    ["12, Allen Ave.", "Ikeja", "No 12 allen avenue", "IKEJA"],
    ["12 Allen Avenue, Ikeja", null, "12 Allen Avenue", "Ikeja"],
    ["Plot 4B Rue de Thiông", "Dakar", "4 b rue de thiong", null],
  ])("takes %s in %s and %s in %s for one house", (left, from, right, to) => {
    const one = address({ address_1: left, city: from })
    // The town within the street is known by whoever names it apart.
    const other = address({ address_1: right, city: to ?? from })
    expect(kindsOf("addresses", { ...one, city: from ?? to }, other)).toEqual(["address"])
  })

  it.each([
    [
      { address_1: "Ikeja", city: "Ikeja" },
      { address_1: "Ikeja", city: "Ikeja" },
    ],
    [{ city: "Lagos" }, { city: "Lagos" }],
    [{ address_1: "Computer Village" }, { address_1: "Computer Village" }],
    [{ address_1: "12" }, { address_1: "12" }],
    [{ address_1: "12 Allen Avenue" }, { address_1: "14 Allen Avenue" }],
    [
      { address_1: "12 Allen Avenue", city: "Ikeja" },
      { address_1: "12 Allen Avenue", city: "Aba" },
    ],
    [
      { address_1: "12 Allen Avenue", address_2: "Flat 1" },
      { address_1: "12 Allen Avenue", address_2: "Flat 2" },
    ],
    [{ address_1: "12 Allen Avenue" }, { address_1: "12 Allen Avenue", country_code: "gh" }],
  ])("takes %o and %o for two", (left, right) => {
    expect(kindsOf("addresses", address(left), address(right))).toEqual([])
  })

  it.each([
    [device("102.89.1.1", PHONE), device("102.89.1.1", PHONE, 23), ["device"]],
    [device("2a00:1:2:3:4::9", PHONE), device("2a00:1:2:3:9::1", PHONE), ["device"]],
    [device("102.89.1.1", PHONE), device("102.89.1.1", PHONE, 25), []],
    [device("102.89.1.1", PHONE), device("102.89.1.1", "Firefox 128.0"), []],
    [device("102.89.1.1", PHONE), device("102.89.1.2", PHONE), []],
    [device("102.89.1.1", null), device("102.89.1.1", null), []],
    [device("127.0.0.1", PHONE), device("127.0.0.1", PHONE), []],
    [device("::ffff:10.0.0.7", PHONE), device("10.0.0.7", PHONE), []],
    [device("::1", PHONE), device("::1", PHONE), []],
    [device("fd12:1::1", PHONE), device("fd12:1::2", PHONE), []],
    [device(null, PHONE), device(null, PHONE), []],
  ])("compares the devices %o and %o", (left, right, kinds) => {
    expect(kindsOf("devices", left, right)).toEqual(kinds)
  })

  it("sees a card of the buyer's that was used under the shop's address, and the other way round", () => {
    const shop = party({ emails: ["ada@shop.example.com"] })
    const buyer = party({ emails: ["somebody@example.com"], card_emails: ["Ada+x@shop.example.com"] })
    expect(matchesOf(buyer, shop)).toEqual(["card"])
    expect(matchesOf(shop, buyer)).toEqual(["card"])
  })

  it("compares logins and accounts as they are", () => {
    expect(kindsOf("bank_accounts", "011:0000014579", "011:0000014579")).toEqual(["bank_account"])
    expect(kindsOf("bank_accounts", "011:0000014579", "044:0000014579")).toEqual([])
    expect(kindsOf("logins", "authid_1", "authid_1")).toEqual(["login"])
    expect(kindsOf("logins", "authid_1", "AUTHID_1")).toEqual([])
  })

  const text = fc.oneof(
    fc.string(),
    fc.constantFrom("12 Allen Ave", "ada@example.com", "08031234567", "Lagos")
  )
  const anybody: fc.Arbitrary<Party> = fc.record({
    logins: fc.array(text, { maxLength: 3 }),
    devices: fc.array(
      fc.record({
        ip_address: fc.option(fc.constantFrom("102.89.1.1", "2a00:1::1", "10.0.0.1", "")),
        device: fc.option(fc.constantFrom(PHONE, "Firefox")),
        from: fc.constant(NOW),
        to: fc.constant(NOW),
      }),
      { maxLength: 3 }
    ),
    emails: fc.array(text, { maxLength: 3 }),
    phones: fc.array(
      fc.record({ number: text, country_code: fc.option(fc.constantFrom("ng", "gh", "zz")) }),
      {
        maxLength: 3,
      }
    ),
    addresses: fc.array(
      fc.record({
        address_1: fc.option(text),
        address_2: fc.option(text),
        city: fc.option(text),
        province: fc.option(text),
        country_code: fc.option(text),
      }),
      { maxLength: 3 }
    ),
    bank_accounts: fc.array(text, { maxLength: 3 }),
    card_emails: fc.array(text, { maxLength: 3 }),
  })

  it("says the same from either side, and nothing of somebody of whom nothing is known", () => {
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        expect(matchesOf(one, other)).toEqual(matchesOf(other, one))
        expect(matchesOf(one, NOBODY)).toEqual([])
        const kinds = matchesOf(one, other)
        expect(kinds).toEqual(MATCH_KINDS.filter((kind) => kinds.includes(kind)))
      })
    )
  })

  it("finds at least what it found before when more is known", () => {
    fc.assert(
      fc.property(anybody, anybody, anybody, (one, other, more) => {
        const joined = Object.fromEntries(
          Object.keys(NOBODY).map((key) => [key, [...one[key as keyof Party], ...more[key as keyof Party]]])
        ) as Party
        expect(matchesOf(joined, other)).toEqual(expect.arrayContaining(matchesOf(one, other)))
      })
    )
  })
})

describe("emailKey", () => {
  it("is the same again for what it has answered", () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.stringMatching(/^[a-z0-9]{0,8}$/), (email, tag) => {
        const key = emailKey(email)
        expect(key && emailKey(key)).toBe(key)
        expect(emailKey(email.replace("@", `+${tag}@`).toUpperCase())).toBe(key)
      })
    )
  })
})
