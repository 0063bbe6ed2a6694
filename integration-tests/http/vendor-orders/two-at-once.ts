import { refusal, type VendorOrderSuite } from "./suite"

export function describeTwoAtOnce(suite: VendorOrderSuite): void {
  const { read, act, cancel } = suite

  describe("Two at once", () => {
    it("confirm, pack and cancel once", async () => {
      const { order_id, session, part } = await suite.desk.buy([0, 1, 2])
      const [first, second] = [await part(0), await part(1)]
      const lines = (await read(0, first)).lines
      const items = [{ line_id: lines[0]!.id, quantity: 1 }]

      const confirms = await Promise.all([1, 2, 3].map(() => act(0, first, "confirm")))
      expect(confirms.map(({ status }) => status)).toEqual([200, 200, 200])
      const packs = await Promise.all([1, 2].map(() => act(0, first, "fulfilments", { items })))
      expect(packs.map(refusal).toSorted()).toEqual([
        [201, undefined],
        [400, "vendor_order_quantity_refused"],
      ])
      const cancels = await Promise.all([cancel(1, second), cancel(1, second), cancel(2, await part(2))])
      expect(cancels.map(({ status }) => status)).toEqual([200, 200, 200])

      const order = await read(0, first)
      expect(order.history.map(({ to_status }) => to_status)).toEqual(["pending", "confirmed"])
      expect(order.fulfilments).toHaveLength(1)
      expect((await read(1, second)).history.map(({ to_status }) => to_status)).toEqual([
        "pending",
        "canceled",
      ])
      const rows = await suite.desk.rows(order_id)
      const canceled = rows
        .filter(({ status }) => status === "canceled")
        .map((row) => Number(row.charged_minor))
      expect(canceled).toHaveLength(2)
      expect(suite.bench.refundsOf(session).toSorted()).toEqual(canceled.toSorted())
      await suite.desk.expectSettled(order_id, suite.bench.paidAt(session))
      await suite.bench.books.kinds()
    })
  })
}
