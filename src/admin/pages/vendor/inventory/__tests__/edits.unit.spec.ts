import { type Item, isChanged, isComplete, levelOf, problemOf, titleOf, untouched, yielded } from "../edits"

const ITEM = {
  id: "iitem_1",
  sku: "TEE-S",
  stocked_quantity: 10,
  reserved_quantity: 3,
  has_own_threshold: true,
  low_stock_threshold: 5,
  variants: [{ product_title: "Tee", title: "S" }],
} as Item
const edit = (typed: { quantity?: string; threshold?: string }) => ({ ...untouched(ITEM), ...typed })

describe("stock as it is typed", () => {
  it("is no change until it differs", () => {
    expect(isChanged(untouched(ITEM))).toBe(false)
    expect(isChanged(edit({ quantity: " 10 " }))).toBe(false)
    expect(isChanged(edit({ threshold: "" }))).toBe(true)
  })

  it.each([
    [{ quantity: "12" }, true],
    [{ quantity: "" }, false],
    [{ quantity: "1.5" }, false],
    [{ threshold: "" }, true],
    [{ threshold: "few" }, false],
  ])("%j can be saved: %s", (typed, is_complete) => {
    expect(isComplete(edit(typed))).toBe(is_complete)
  })

  it("is sent with the number that was seen, and says nothing of what was not touched", () => {
    expect(levelOf(edit({ quantity: "12" }))).toEqual({
      inventory_item_id: "iitem_1",
      stocked_quantity: 12,
      expected_stocked_quantity: 10,
    })
    expect(levelOf(edit({ threshold: "" }))).toEqual({
      inventory_item_id: "iitem_1",
      low_stock_threshold: null,
    })
  })
})

describe("a number that somebody else has changed", () => {
  const now = { ...ITEM, stocked_quantity: 8 }

  it("is named before what orders hold", () => {
    expect(problemOf(edit({ quantity: "2" }), now)).toEqual({ kind: "changed", now })
    expect(problemOf(edit({ quantity: "2" }), ITEM)).toEqual({ kind: "reserved", now: ITEM })
    expect(problemOf(edit({ quantity: "4" }), ITEM)).toBeNull()
    expect(problemOf(edit({ threshold: "1" }), now)).toBeNull()
  })

  it("counts where it is taken, and a threshold that was typed beside it stays", () => {
    expect(yielded(edit({ quantity: "2" }), now)).toBeNull()
    expect(yielded(edit({ quantity: "2", threshold: "1" }), now)).toMatchObject({
      item: now,
      quantity: "8",
      threshold: "1",
      problem: null,
    })
  })
})

it("is called by its variants, else by its code", () => {
  expect(titleOf(ITEM)).toBe("Tee · S")
  expect(titleOf({ ...ITEM, variants: [] })).toBe("TEE-S")
})
