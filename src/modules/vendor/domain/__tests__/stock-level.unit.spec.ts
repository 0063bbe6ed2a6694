import { EMPTY_LEVEL, stockProblem } from "../stock-level"

describe("stockProblem", () => {
  it.each([
    ["down to what is reserved", 4, undefined, { stocked_quantity: 9, reserved_quantity: 4 }, null],
    [
      "below what is reserved",
      3,
      undefined,
      { stocked_quantity: 9, reserved_quantity: 4 },
      "stock_below_reserved",
    ],
    ["up, below what is on back order", 3, undefined, { stocked_quantity: 1, reserved_quantity: 4 }, null],
    ["unchanged, below back orders", 1, undefined, { stocked_quantity: 1, reserved_quantity: 4 }, null],
    [
      "down, below back orders",
      0,
      undefined,
      { stocked_quantity: 1, reserved_quantity: 4 },
      "stock_below_reserved",
    ],
    ["from what was seen", 3, 9, { stocked_quantity: 9, reserved_quantity: 0 }, null],
    ["from what is gone", 3, 8, { stocked_quantity: 9, reserved_quantity: 0 }, "stock_changed"],
    ["a first level, seen as none", 3, 0, EMPTY_LEVEL, null],
    ["a first level, seen as some", 3, 1, EMPTY_LEVEL, "stock_changed"],
  ] as const)("sets a level %s: %s", (_, stocked_quantity, expected_stocked_quantity, stored, problem) => {
    const wanted = { inventory_item_id: "iitem_1", stocked_quantity, expected_stocked_quantity }

    expect(stockProblem(wanted, stored)).toBe(problem)
  })
})
