import type { RefundSuite } from "./suite"

type RefundInDashboard = (reference: string) => Promise<unknown>

export function describeOrphans(suite: RefundSuite): void {
  describe("A refund of money that became no order", () => {
    it.each([
      ["before it was made", "5xx_before_commit"],
      ["after it was made", "5xx_after_commit"],
    ] as const)("is made once when the gateway breaks %s", async (_, kind) => {
      const cartId = await suite.bench.readyCart()
      const old = await suite.bench.startHosted(cartId)
      await suite.tested.setOff(old)
      await suite.bench.startHosted(cartId)
      await suite.tested.arrive(old)
      suite.tested.control.fault({ on: suite.tested.calls.refund, kind })

      await suite.bench.reconcile()
      await suite.bench.reconcile()
      await suite.letTimePass()

      await suite.expectGivenBackOnce(old)
      expect(await suite.bench.books.kinds()).toEqual(["receipt", "refund"])
      expect(await suite.bench.books.balance("unallocated")).toBe(0n)
    })
  })
}

export function describeRefusedRefunds(suite: RefundSuite, refundInDashboard: RefundInDashboard): void {
  it("tells staff of money that the gateway will not give back, once", async () => {
    const cartId = await suite.bench.readyCart()
    const old = await suite.bench.startHosted(cartId)
    await suite.tested.setOff(old)
    await suite.bench.startHosted(cartId)
    await suite.tested.arrive(old)
    // Somebody was quicker, in the gateway's own dashboard.
    await refundInDashboard(old.data.reference)

    await suite.bench.reconcile()
    await suite.bench.reconcile()

    expect(await suite.bench.notices()).toEqual(["A payment could not be refunded"])
    expect(suite.bench.refundsOf(old)).toEqual([suite.bench.paidAt(old)])
    expect(await suite.bench.books.balance("unallocated")).toBe(BigInt(-suite.bench.paidAt(old)))
  })
}
