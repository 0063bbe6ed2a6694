import fc from "fast-check"
import { type ItemProgress, isCanceledWithOrder, stepsForward, stillToArrive } from "../progress"
import { canMove, VENDOR_ORDER_STATUSES } from "../status"

const item = (quantity: number, fulfilled = 0, shipped = 0, delivered = 0, returned = 0): ItemProgress => ({
  quantity,
  fulfilled,
  shipped,
  delivered,
  returned,
})

describe("stillToArrive", () => {
  const line = { current_quantity: 3, fulfilled_quantity: 0, paid_back_quantity: 0, lost_quantity: 0 }

  it.each([
    ["all of it", {}, 3],
    ["not what was paid back before it was packed", { paid_back_quantity: 1 }, 2],
    ["what was packed although it was paid back", { paid_back_quantity: 2, fulfilled_quantity: 3 }, 3],
    ["not what was lost", { paid_back_quantity: 1, lost_quantity: 1, fulfilled_quantity: 3 }, 2],
    ["nothing when all was paid back", { paid_back_quantity: 3 }, 0],
    ["nothing of what has left the order", { current_quantity: 0, paid_back_quantity: 3 }, 0],
  ])("is %s", (_, over, expected) => {
    expect(stillToArrive({ ...line, ...over })).toBe(expected)
  })
})

describe("stepsForward", () => {
  it.each([
    ["nothing is packed", "pending", [item(2)], []],
    ["one of two is packed", "pending", [item(2, 1), item(1)], ["confirmed"]],
    ["all is packed", "confirmed", [item(2, 2)], []],
    ["a part is sent", "confirmed", [item(2, 2, 1)], []],
    ["all is sent", "pending", [item(2, 2, 2)], ["confirmed", "shipped"]],
    [
      "one is handed over without a shipment, the other sent",
      "confirmed",
      [item(1, 1, 0, 1), item(1, 1, 1)],
      ["shipped"],
    ],
    ["all is handed over", "pending", [item(1, 1, 0, 1)], ["confirmed", "shipped", "delivered"]],
    ["what has left the order does not count", "confirmed", [item(0), item(1, 1, 1)], ["shipped"]],
    ["everything has left the order", "confirmed", [item(0)], []],
    ["a fulfilment was unpacked", "confirmed", [item(2)], []],
    ["it is canceled", "canceled", [item(1, 1, 1, 1)], []],
    ["it came back", "partly_returned", [item(1, 1, 1, 1)], []],
    ["one came back and another is on its way", "shipped", [item(1, 1, 1, 1, 1), item(1, 1, 1)], []],
    [
      "the other has arrived",
      "shipped",
      [item(1, 1, 1, 1, 1), item(1, 1, 1, 1)],
      ["delivered", "partly_returned"],
    ],
    ["all came back", "delivered", [item(2, 2, 2, 2, 2), item(0)], ["returned"]],
    ["a part came back", "delivered", [item(2, 2, 2, 2, 1)], ["partly_returned"]],
    ["no more came back", "partly_returned", [item(2, 2, 2, 2, 1)], []],
    ["the rest came back", "partly_returned", [item(2, 2, 2, 2, 2)], ["returned"]],
    ["it was refused", "returned", [item(2, 2, 2, 0, 1)], []],
    ["it is canceled, whatever came back", "canceled", [item(1, 1, 1, 1, 1)], []],
  ] as const)("when %s", (_, status, items, expected) => {
    expect(stepsForward(status, [...items])).toEqual(expected)
  })

  it("only makes moves that the table allows, one after the other", () => {
    const progress = fc.record({
      quantity: fc.nat(3),
      fulfilled: fc.nat(3),
      shipped: fc.nat(3),
      delivered: fc.nat(3),
      returned: fc.nat(3),
    })
    fc.assert(
      fc.property(fc.constantFrom(...VENDOR_ORDER_STATUSES), fc.array(progress), (status, items) => {
        let at = status
        for (const to of stepsForward(status, items)) {
          expect(canMove(at, to)).toBe(true)
          at = to
        }
        expect(stepsForward(at, items)).toEqual([])
      })
    )
  })
})

describe("isCanceledWithOrder", () => {
  it.each([
    ["pending", true],
    ["confirmed", true],
    ["shipped", false],
    ["delivered", false],
    ["canceled", false],
  ] as const)("%s is %s", (status, expected) => {
    expect(isCanceledWithOrder(status)).toBe(expected)
  })
})
