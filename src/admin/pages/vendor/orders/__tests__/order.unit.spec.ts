import { isRefundable, type Order } from "../order"

const order = (over: Partial<Order>) => ({ is_payable: true, refundable_amount: "1500", ...over }) as Order

describe("a shop's order", () => {
  it("can be refunded when its own part is paid and something of it is left, however the others are paid", () => {
    expect(isRefundable(order({ payment_status: "unpaid" }))).toBe(true)
    expect(isRefundable(order({ payment_status: "paid", is_payable: false }))).toBe(false)
    expect(isRefundable(order({ refundable_amount: "0" }))).toBe(false)
  })
})
