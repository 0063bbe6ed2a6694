import { decideRepair, type InterruptedCheckout } from "../checkout-repair"

const checkout = (over: Partial<InterruptedCheckout>): InterruptedCheckout => ({
  linked_order_id: null,
  orphan_order_ids: [],
  is_partitioned: false,
  is_payment_settled: false,
  ...over,
})

describe("decideRepair", () => {
  it.each([
    ["nothing was written", {}, null, []],
    ["the order has no link yet", { orphan_order_ids: ["order_1"] }, null, ["order_1"]],
    ["the payment was not taken", { linked_order_id: "order_1" }, null, ["order_1"]],
    ["the payment was taken", { linked_order_id: "order_1", is_payment_settled: true }, "order_1", []],
    ["only the books are missing", { linked_order_id: "order_1", is_partitioned: true }, "order_1", []],
    [
      "a second, unlinked order was left",
      { linked_order_id: "order_1", orphan_order_ids: ["order_2"], is_payment_settled: true },
      "order_1",
      ["order_2"],
    ],
    [
      "a settled payment whose order lost its link",
      { orphan_order_ids: ["order_1"], is_payment_settled: true },
      null,
      ["order_1"],
    ],
  ] as const)("when %s", (_, over, finish, undo) => {
    expect(decideRepair(checkout(over as Partial<InterruptedCheckout>))).toEqual({
      finish_order_id: finish,
      undo_order_ids: undo,
    })
  })
})
