import { planFulfilment } from "../fulfilment"

const lines = [
  {
    id: "vol_1",
    kind: "item" as const,
    source_id: "item_1",
    title: "Adire",
    current_quantity: 3,
    fulfilled_quantity: 1,
  },
  {
    id: "vol_2",
    kind: "item" as const,
    source_id: "item_2",
    title: "Kente",
    current_quantity: 0,
    fulfilled_quantity: 0,
  },
  {
    id: "vol_3",
    kind: "shipping" as const,
    source_id: "sm_1",
    title: "Bike",
    current_quantity: 0,
    fulfilled_quantity: 0,
  },
]

describe("planFulfilment", () => {
  it("packs what is left of a line", () => {
    expect(planFulfilment([{ line_id: "vol_1", quantity: 2 }], lines)).toEqual({
      is_allowed: true,
      items: [{ id: "item_1", quantity: 2 }],
    })
  })

  it.each([
    ["more than is left", "vol_1", 3, { reason: "too_many", left: 2 }],
    ["what has left the order", "vol_2", 1, { reason: "too_many", left: 0 }],
    ["a delivery", "vol_3", 1, { reason: "line_unknown" }],
    ["a line of somebody else", "vol_9", 1, { reason: "line_unknown", line_id: "vol_9" }],
    ["an item by Medusa's id", "item_1", 1, { reason: "line_unknown" }],
  ])("does not pack %s", (_, line_id, quantity, expected) => {
    expect(planFulfilment([{ line_id, quantity }], lines)).toMatchObject({ is_allowed: false, ...expected })
  })
})
