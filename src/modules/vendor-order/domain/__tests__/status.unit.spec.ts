import { canMove, VENDOR_ORDER_STATUSES, vendorOrderTransitions } from "../status"

describe("the states of a vendor order", () => {
  it.each([
    ["pending", "confirmed", true],
    ["pending", "shipped", false],
    ["confirmed", "shipped", true],
    ["shipped", "canceled", false],
    ["shipped", "delivered", true],
    ["shipped", "partly_returned", false],
    ["shipped", "returned", true],
    ["delivered", "returned", true],
    ["canceled", "pending", false],
    ["returned", "delivered", false],
  ] as const)("%s to %s is %s", (from, to, allowed) => {
    expect(canMove(from, to)).toBe(allowed)
  })

  it("lets every state be reached from pending", () => {
    const reached = new Set<string>(["pending"])
    for (const from of reached) {
      for (const to of vendorOrderTransitions[from as keyof typeof vendorOrderTransitions]) {
        reached.add(to)
      }
    }

    expect([...reached].sort()).toEqual([...VENDOR_ORDER_STATUSES].sort())
  })
})
