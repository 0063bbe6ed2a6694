import fc from "fast-check"
import { readPrices } from "../product-price"
import { ASKABLE_STATUSES, decideProductStatus, PRODUCT_STATUSES } from "../product-status"
import { optionProblem } from "../variant-options"

describe("readPrices", () => {
  const read = (amount: string | number, currency_code = "ngn") =>
    readPrices([{ amount, currency_code }], ["ngn", "xof"])

  it.each([
    [1, "1"],
    ["1", "1"],
    [0.01, "0.01"],
    ["0.10", "0.10"],
    [12500.5, "12500.5"],
    [100_000_000_000, "100000000000"],
    ["99999999999.99", "99999999999.99"],
  ])("takes %p", (amount, stored) => {
    expect(read(amount)).toEqual({ is_valid: true, prices: [{ currency_code: "ngn", amount: stored }] })
  })

  it.each<string | number>([
    0,
    -1,
    "-0.01",
    "0.00",
    "1.001",
    1.001,
    0.1 + 0.2,
    "01",
    "1.",
    ".5",
    "1,000",
    "1e3",
    1e21,
    1e-7,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    "100000000000.01",
    "999999999999",
    "0x1",
    " 1",
    "1\n",
    "",
  ])("refuses %p", (amount) => {
    expect(read(amount)).toMatchObject({ is_valid: false })
  })

  it("goes by the digits of the currency, and by the store's currencies", () => {
    expect(read("1.5", "xof")).toMatchObject({ is_valid: false })
    expect(read("1", "xof")).toMatchObject({ is_valid: true })
    expect(read(5, "usd")).toMatchObject({ is_valid: false })
  })

  it("takes one price per currency, whatever its letters", () => {
    const price = { amount: 5, currency_code: "ngn" }

    expect(readPrices([price, { ...price, currency_code: "NGN" }], ["ngn"])).toMatchObject({
      is_valid: false,
    })
    expect(readPrices([price, { ...price, currency_code: "XOF" }], ["ngn", "xof"])).toMatchObject({
      is_valid: true,
    })
  })

  it("never changes an amount, as number or as text", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), (minor) => {
        const text = `${minor / 100n}.${String(minor % 100n).padStart(2, "0")}`
        const [asText, asNumber] = [read(text), read(Number(text))]
        expect(asText.is_valid && Number(asText.prices[0]?.amount)).toBe(Number(text))
        expect(asNumber.is_valid && BigInt(Math.round(Number(asNumber.prices[0]?.amount) * 100))).toBe(minor)
      })
    )
  })
})

describe("decideProductStatus", () => {
  const statuses = fc.constantFrom(null, ...PRODUCT_STATUSES)
  const asked = fc.constantFrom(null, ...ASKABLE_STATUSES)

  it("never publishes what staff have not approved", () => {
    fc.assert(
      fc.property(statuses, asked, fc.boolean(), (current, wish, has_content_changed) => {
        const answer = decideProductStatus({
          current,
          asked: wish,
          has_content_changed,
          needs_approval: true,
        })
        const isPublished = answer.is_allowed && answer.status === "published"
        expect(isPublished && (current !== "published" || has_content_changed)).toBe(false)
      })
    )
  })

  it("is never rejected by a shop's own doing", () => {
    fc.assert(
      fc.property(statuses, asked, fc.boolean(), fc.boolean(), (current, wish, changed, needs_approval) => {
        const answer = decideProductStatus({
          current,
          asked: wish,
          has_content_changed: changed,
          needs_approval,
        })
        expect(answer.is_allowed && answer.status === "rejected" && current !== "rejected").toBe(false)
      })
    )
  })

  it.each([
    { current: null, asked: null, needs_approval: true, status: "draft" },
    { current: null, asked: "proposed", needs_approval: true, status: "proposed" },
    { current: "published", asked: "published", needs_approval: true, status: "proposed" },
    { current: "published", asked: "draft", needs_approval: true, status: "draft" },
    { current: "rejected", asked: null, needs_approval: true, status: "rejected" },
    { current: "rejected", asked: "proposed", needs_approval: true, status: "proposed" },
    { current: "published", asked: null, needs_approval: false, status: "published" },
    { current: "draft", asked: "published", needs_approval: false, status: "published" },
    { current: "draft", asked: "proposed", needs_approval: false, status: "published" },
  ] as const)("$current, asked for $asked, approval $needs_approval: $status", ({ status, ...question }) => {
    expect(decideProductStatus({ ...question, has_content_changed: true })).toEqual({
      is_allowed: true,
      status,
    })
  })
})

describe("optionProblem", () => {
  const options = [
    { title: "Size", values: ["S", "M"] },
    { title: "Colour", values: ["Red"] },
  ]

  it.each([
    [[{ Size: "S", Colour: "Red" }], null],
    [
      [
        { Size: "S", Colour: "Red" },
        { Colour: "Red", Size: "M" },
      ],
      null,
    ],
    [[], null],
  ])("takes %j", (choices, problem) => {
    expect(optionProblem(options, choices as Record<string, string>[])).toBe(problem)
  })

  it.each([
    [[{}]],
    [[{ Size: "S" }]],
    [[{ Size: "L", Colour: "Red" }]],
    [[{ Size: "S", Colour: "Red", toString: "x" }]],
    [
      [
        { Size: "S", Colour: "Red" },
        { Colour: "Red", Size: "S" },
      ],
    ],
  ])("refuses %j", (choices) => {
    expect(optionProblem(options, choices as Record<string, string>[])).not.toBeNull()
  })

  it("refuses options of one title and values that repeat", () => {
    expect(optionProblem([...options, { title: "Size", values: ["X"] }], [])).not.toBeNull()
    expect(optionProblem([{ title: "Size", values: ["S", "S"] }], [])).not.toBeNull()
  })
})
