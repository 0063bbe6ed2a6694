import type { PayoutSuite } from "./suite"

export function describeTogether(suite: PayoutSuite): void {
  describe("Payouts that are ready together", () => {
    afterEach(() => suite.configure({ payout_bulk_from: null }))

    it("go to the rail in one call, from so many on, and each is paid once", async () => {
      const order = await suite.desk.buy([0, 1, 2])
      for (const shop of [0, 1, 2]) {
        await suite.deliver(shop, order)
      }
      await suite.release()
      await suite.configure({ payout_bulk_from: 3 })
      expect(await suite.run()).toMatchObject({ opened: 3, sent: 3, waiting: 0, failed: 0, errors: 0 })
      for (const shop of [0, 1, 2]) {
        await suite.paid(shop)
      }
      const calls = suite.sandbox.control.calls().filter(({ call }) => call === "POST /transfer/bulk")
      expect([calls.length, suite.posts().length]).toEqual([1, 0])
      expect(suite.sandbox.control.transfers()).toHaveLength(3)
      await suite.bench.books.kinds()
    })

    it("go by themselves while they are fewer", async () => {
      await suite.soldAndReleased(0)
      await suite.configure({ payout_bulk_from: 2 })
      expect(await suite.run()).toMatchObject({ opened: 1, sent: 1 })
      expect(suite.posts()).toHaveLength(1)
    })
  })
}
