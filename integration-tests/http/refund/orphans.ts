import type { RefundSuite } from "./suite"

type RefundInDashboard = (reference: string, amount?: number) => Promise<unknown>

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
  /** Paid on a page that another one has replaced. */
  async function paidLate() {
    const cartId = await suite.bench.readyCart()
    const old = await suite.bench.startHosted(cartId)
    await suite.tested.setOff(old)
    await suite.bench.startHosted(cartId)
    await suite.tested.arrive(old)

    return old
  }

  it("tells staff of money that the gateway will not give back, once", async () => {
    const old = await paidLate()
    // Somebody was quicker, in the gateway's own dashboard, and gave a part of it back.
    await refundInDashboard(old.data.reference, 100)

    await suite.bench.reconcile()
    await suite.bench.reconcile()

    expect(await suite.bench.notices()).toEqual(["A payment could not be refunded"])
    expect(suite.bench.refundsOf(old)).toEqual([100])
    expect(await suite.bench.books.balance("unallocated")).toBe(BigInt(-suite.bench.paidAt(old)))
  })

  it("keeps nothing in the books of money that came and went back whole before anybody looked", async () => {
    const old = await paidLate()
    await refundInDashboard(old.data.reference)
    await suite.bench.eventually(async () =>
      expect(suite.tested.refunds().map(({ status }) => status)).toEqual(["processed"])
    )

    await suite.bench.reconcile()
    await suite.bench.reconcile()

    expect(await suite.bench.notices()).toEqual([])
    expect(suite.bench.refundsOf(old)).toEqual([suite.bench.paidAt(old)])
    expect(await suite.bench.books.kinds()).toEqual([])
  })
}
