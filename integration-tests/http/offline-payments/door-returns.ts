import { openReturnWorkflow } from "../../../src/workflows/vendor-order/workflows/open-return"
import { runClocksWorkflow } from "../../../src/workflows/vendor-order/workflows/run-clocks"
import { Books } from "../../helpers/books"
import { type DoorWorld, doorDesk } from "./door-desk"

export function describeReturnsAtTheDoor(world: () => DoorWorld): void {
  const { service, buy, parts, ship, deliver, collect, refuse, notices, showsPaid, major } = doorDesk(world)

  describe("What was to be paid on delivery", () => {
    it("can be told of after some of it came back, and ends when all came back unpaid", async () => {
      const { container } = world()
      const [one, other] = await parts(await buy())
      const sendBack = async (shop: number, id: string, quantity: number) => {
        const [line] = await service().listVendorOrderLines({ vendor_order_id: id, kind: "item" })
        const items = [{ id: line!.source_id, quantity }]
        const input = { order_id: one.order_id, items, reason: "damaged" as const }
        const { result } = await openReturnWorkflow(container).run({ input })
        const act = (what: string) =>
          world().shops[shop]!<{ return: { state: string } }>(
            "POST",
            `/vendor/returns/${result.return_id}/${what}`,
            {}
          )
        await act("approve")
        expect((await act("receive")).body.return.state).toBe("received")
        return async () => (await service().findReturn(result.return_id))?.state
      }
      for (const [shop, part] of [one, other].entries()) {
        await ship(shop, part.id)
        await deliver(shop, part.id)
      }
      const books = new Books(container)
      const stateOfOne = await sendBack(0, one.id, 1)
      const stateOfOther = await sendBack(1, other.id, 2)
      expect((await service().findOfVendor(one.vendor_id, one.id)).status).toBe("partly_returned")
      expect(await notices()).not.toContain("A return was not paid back")

      expect((await collect(0, one.id, { amount: major(one.charged_minor) })).status).toBe(200)
      expect((await refuse(1, other.id)).body.order).toMatchObject({
        status: "returned",
        collection: { state: "refused" },
      })

      await showsPaid(one.order_id, one.charged_minor)
      await runClocksWorkflow(container).run({ input: { now: new Date(Date.now() + 600_000).toISOString() } })
      expect([await stateOfOne(), await stateOfOther()]).toEqual(["refunded", "refunded"])
      expect([
        await books.balance("unallocated"),
        await books.balance("vendor_pending", other.vendor_id),
      ]).toEqual([0n, 0n])
      expect((await collect(1, other.id, { amount: major(other.charged_minor) })).body.code).toBe(
        "collection_not_due"
      )
    })
  })
}
