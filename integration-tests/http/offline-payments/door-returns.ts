import { findUncollected } from "../../../src/workflows/reconciliation/find-uncollected"
import { openReturnWorkflow } from "../../../src/workflows/vendor-order/workflows/open-return"
import { runClocksWorkflow } from "../../../src/workflows/vendor-order/workflows/run-clocks"
import { Books } from "../../helpers/books"
import { type DoorWorld, doorDesk } from "./door-desk"

export function describeReturnsAtTheDoor(world: () => DoorWorld): void {
  const { service, buy, parts, ship, deliver, collect, refuse, release, notices, showsPaid, major } =
    doorDesk(world)
  const books = () => new Books(world().container)

  const sendBack = async (shop: number, vendor_order_id: string, quantity: number) => {
    const { container, shops } = world()
    const { order_id } = await service().retrieveVendorOrder(vendor_order_id)
    const [line] = await service().listVendorOrderLines({ vendor_order_id, kind: "item" })
    const items = [{ id: line!.source_id, quantity }]
    const { result } = await openReturnWorkflow(container).run({
      input: { order_id, items, reason: "damaged" as const },
    })
    const act = (what: string) =>
      shops[shop]!<{ return: { state: string } }>("POST", `/vendor/returns/${result.return_id}/${what}`, {})
    await act("approve")
    expect((await act("receive")).body.return.state).toBe("received")

    return async () => (await service().findReturn(result.return_id))?.state
  }

  const runClocks = (days: number) =>
    runClocksWorkflow(world().container).run({
      input: { now: new Date(Date.now() + days * 86_400_000).toISOString() },
    })

  describe("What was to be paid on delivery", () => {
    it("can be told of after some of it came back, and ends when all came back unpaid", async () => {
      const [one, other] = await parts(await buy())
      for (const [shop, part] of [one, other].entries()) {
        await ship(shop, part.id)
        await deliver(shop, part.id)
      }
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
      await runClocks(0.01)
      expect([await stateOfOne(), await stateOfOther()]).toEqual(["refunded", "refunded"])
      expect([
        await books().balance("unallocated"),
        await books().balance("vendor_pending", other.vendor_id),
      ]).toEqual([0n, 0n])
      expect((await collect(1, other.id, { amount: major(other.charged_minor) })).body.code).toBe(
        "collection_not_due"
      )
    })

    it("is the shop's debt when its buyer has it for sure and the shop keeps silent", async () => {
      const [one, other] = await parts(await buy())
      for (const [shop, part] of [one, other].entries()) {
        await ship(shop, part.id)
        await deliver(shop, part.id)
        await service().confirmDelivery(part.vendor_id, part.id, "code")
      }
      const untold = async (days: number) =>
        (await findUncollected(world().container, new Date(Date.now() + days * 86_400_000)))
          .filter(({ cause }) => cause === "collection_not_told")
          .flatMap(({ reference }) => reference ?? [])
          .filter((number) => [one, other].some(({ display_number }) => display_number === number))
          .toSorted()
      const stateOfReturn = await sendBack(0, one.id, 1)
      await sendBack(1, other.id, 2)
      expect(await notices()).toContain("A return waits for word of its money")
      expect([await untold(2.9), await untold(3.1)]).toEqual([
        [],
        [one.display_number, other.display_number].toSorted(),
      ])
      // The buyer had it, so that it is not for the shop to say that nobody has paid.
      expect((await refuse(1, other.id)).body.code).toBe("collection_refused")

      await runClocks(11)
      await runClocks(13.9)
      const states = async () =>
        Object.fromEntries(
          (await service().collectionsOf(one.order_id)).map((row) => [row.vendor_order_id, row.state])
        )
      expect(await states()).toEqual({ [one.id]: "due", [other.id]: "due" })
      await runClocks(14.1)
      await runClocks(14.2)

      expect(await states()).toEqual({ [one.id]: "collected", [other.id]: "due" })
      expect(await books().balance("vendor_cash", one.vendor_id)).toBe(BigInt(one.charged_minor))
      expect(await stateOfReturn()).toBe("refunded")
      expect((await notices()).filter((title) => title === "Cash counts as collected")).toHaveLength(1)
      await release()
      expect(await books().balance("vendor_cash", one.vendor_id)).toBe(0n)
      expect(await untold(3.1)).toEqual([other.display_number])
      const refused = { reason: "changed_mind", note: "The courier was not paid." }
      const path = `/admin/vendor-orders/${other.id}/refuse`
      expect((await world().finance("POST", path, refused)).body).toMatchObject({
        collection: { state: "refused" },
      })
    })
  })
}
