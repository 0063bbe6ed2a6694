import type PayoutModuleService from "../service"
import type { HeldOrder, ReleaseBooks, ReleaseEntry } from "../types"

const RULE = { percent_bps: 0, days: 0 }

export function describeMatchHolds(service: () => PayoutModuleService): void {
  let next = 0
  let released: ReleaseEntry[]
  const books: ReleaseBooks = {
    pendingOf: async () => 5000n,
    cashOf: async () => 0n,
    release: async (entry) => {
      released.push(entry)
    },
    releaseReserve: async () => {},
  }
  const sold = (over: Partial<HeldOrder> = {}): HeldOrder => {
    next += 1
    return {
      vendor_order_id: `vord_match_${next}`,
      order_id: `order_match_${next}`,
      vendor_id: "vend_match",
      currency_code: "ngn",
      ...over,
    }
  }
  const decide = (order: HeldOrder, to: "released" | "kept") =>
    service().decideMatchHold({
      vendor_order_id: order.vendor_order_id,
      to,
      by: "user_1",
      reason: "Both were called.",
    })

  describe("Money that waits because its buyer and its shop are alike", () => {
    beforeEach(() => {
      released = []
    })

    it("is not released before staff say so, whoever was first", async () => {
      const order = sold()
      const held = await Promise.all([1, 2, 3].map(() => service().holdMatch(order, ["email", "phone"])))
      expect(held.filter(Boolean)).toHaveLength(1)
      expect(await service().releaseOrder(order, RULE, books)).toBe(false)
      expect(await decide(order, "kept")).toBe(true)
      expect(await service().releaseOrder(order, RULE, books)).toBe(false)
      expect(released).toEqual([])

      expect(await decide(order, "released")).toBe(true)
      expect(await service().clearedMatches([order.vendor_order_id, "vord_other"])).toEqual(
        new Set([order.vendor_order_id])
      )
      expect(await service().holdMatch(order, ["email"])).toBe(false)
      expect(await service().releaseOrder(order, RULE, books)).toBe(true)
      expect(released).toMatchObject([{ vendor_order_id: order.vendor_order_id, available_minor: 5000n }])
      const [row] = await service().listPayoutMatchHolds({ vendor_order_id: order.vendor_order_id })
      expect(row).toMatchObject({ kinds: ["email", "phone"], state: "released", decided_by: "user_1" })
    })

    it("is decided along the table of states alone", async () => {
      const order = sold()
      expect(await decide(order, "released")).toBe(false)
      await service().holdMatch(order, ["card"])
      const both = await Promise.all([decide(order, "released"), decide(order, "released")])
      expect(both.toSorted()).toEqual([false, true])
      expect(await decide(order, "kept")).toBe(false)
    })

    it("is not held any more once it is released", async () => {
      const order = sold()
      await service().releaseOrder(order, RULE, books)
      expect(await service().holdMatch(order, ["card"])).toBe(false)
    })

    it("is told by vendor and currency for as long as it waits", async () => {
      const [kept, cleared] = [
        sold({ vendor_id: "vend_held" }),
        sold({ vendor_id: "vend_held", currency_code: "ghs" }),
      ]
      await service().holdMatch(kept, ["address"])
      await service().holdMatch(cleared, ["address"])
      await decide(kept, "kept")
      await decide(cleared, "released")
      expect(await service().heldMatches(["vend_held", "vend_nobody"])).toEqual(new Set(["vend_held:ngn"]))
      expect(await service().heldMatches([])).toEqual(new Set())
      expect(await service().clearedMatches([])).toEqual(new Set())
    })
  })
}
