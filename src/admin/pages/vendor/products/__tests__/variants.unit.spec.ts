import { branchesOf, type Category, shownBranches } from "../category-tree"
import { arePiecesRight, type Variant } from "../product"
import { changeOf } from "../variant-changes"
import { MOST_VARIANTS, newRow, optionProblems, optionsOf, rowsFor, valuesOf } from "../variant-rows"

describe("options as they are typed", () => {
  it("have each value once, however they are parted", () => {
    expect(valuesOf("S, M;L\nM, ")).toEqual(["S", "M", "L"])
    expect(valuesOf("Red, dark\nBlue", /\n/)).toEqual(["Red, dark", "Blue"])
  })

  it("count once they have a name and values", () => {
    const typed = [
      { title: " Size ", values: "S" },
      { title: "", values: "M" },
      { title: "Colour", values: " , " },
    ]
    expect(optionsOf(typed)).toEqual([{ title: "Size", values: ["S"] }])
  })

  it("make a row for each way to choose, and keep what was typed for one that stays", () => {
    const size = { title: "Size", values: ["S", "M"] }
    const before = [{ ...newRow("S / Red"), sku: "S-RED" }, newRow("Standard")]
    const rows = rowsFor([size, { title: "Colour", values: ["Red"] }], before)

    expect(rows.map(({ title, sku, options }) => [title, sku, options])).toEqual([
      ["S / Red", "S-RED", { Size: "S", Colour: "Red" }],
      ["M / Red", "", { Size: "M", Colour: "Red" }],
    ])
    expect(rowsFor([], before)).toEqual([])
  })

  it("make no more rows than a product may have", () => {
    const many = (title: string) => ({ title, values: Array.from({ length: 20 }, (_, at) => String(at)) })
    expect(rowsFor([many("a"), many("b"), many("c")], [])).toHaveLength(MOST_VARIANTS)
  })

  it.each([
    [[{ title: "Size", values: "S, M" }], []],
    [
      [
        { title: "Size", values: "S, M" },
        { title: "", values: " " },
      ],
      [],
    ],
    [
      [
        { title: "Size", values: "S, M" },
        { title: " ", values: "Red" },
        { title: "Cut", values: "," },
      ],
      [
        { index: 1, field: "title", is: "missing" },
        { index: 2, field: "values", is: "missing" },
      ],
    ],
    [
      [
        { title: "Size", values: "1,2,3,4,5,6,7,8,9,10,11" },
        { title: "Colour", values: "1,2,3,4,5,6,7,8,9,10" },
      ],
      [{ index: 1, field: "values", is: "too_many" }],
    ],
    [
      [
        { title: "Size", values: "1,2,3,4,5,6,7,8,9,10" },
        { title: "Colour", values: "1,2,3,4,5,6,7,8,9,10" },
      ],
      [],
    ],
  ])(
    "are not saved half filled, nor with more ways to choose than variants may be: %j",
    (typed, problems) => {
      expect(optionProblems(typed)).toEqual(problems)
    }
  )
})

describe("the pieces of a new variant", () => {
  it.each([
    ["", true, true],
    ["10", true, true],
    ["10 pcs", true, false],
    ["10 pcs", false, true],
  ])("%j, counted: %s, are right: %s", (quantity, is_counted, are_right) => {
    expect(arePiecesRight({ quantity, is_counted })).toBe(are_right)
  })
})

describe("a changed variant", () => {
  const stored = {
    title: "S",
    sku: "TEE-S",
    manage_inventory: true,
    allow_backorder: false,
    prices: [
      { currency_code: "ngn", amount: 1500 },
      { currency_code: "xof", amount: 2000 },
    ],
  } as Variant

  it("is none where nothing differs, however a price is written", () => {
    expect(changeOf(stored, undefined)).toBeNull()
    expect(changeOf(stored, { sku: " TEE-S ", prices: { ngn: "1500.00" } })).toBeNull()
  })

  it("is sent alone, but prices together", () => {
    expect(changeOf(stored, { sku: "", allow_backorder: true })).toEqual({ sku: null, allow_backorder: true })
    expect(changeOf(stored, { prices: { ngn: "1600", xof: "" } })).toEqual({
      prices: [{ currency_code: "ngn", amount: "1600" }],
    })
    expect(changeOf(stored, { prices: { ngn: "1600" } })?.prices).toHaveLength(2)
  })
})

describe("the tree of categories", () => {
  const category = (id: string, parent_category_id: string | null, rank = 0) =>
    ({ id, name: id.toUpperCase(), parent_category_id, rank }) as Category
  const branches = branchesOf([
    category("shirts", "clothes", 1),
    category("shoes", "clothes", 0),
    category("clothes", null),
    category("lost", "hidden"),
  ])

  it("stands from top to bottom, with what hangs on nothing at the top", () => {
    expect(branches.map(({ category: { id }, depth, has_children }) => [id, depth, has_children])).toEqual([
      ["clothes", 0, true],
      ["shoes", 1, false],
      ["shirts", 1, false],
      ["lost", 0, false],
    ])
  })

  it("shows what is unfolded, and in a search what fits", () => {
    const shown = (unfolded: string[], q: string) =>
      shownBranches(branches, new Set(unfolded), q).map(({ category: { id } }) => id)
    expect(shown([], "")).toEqual(["clothes", "lost"])
    expect(shown(["clothes"], "")).toEqual(["clothes", "shoes", "shirts", "lost"])
    expect(shown([], " sho")).toEqual(["shoes"])
  })
})
