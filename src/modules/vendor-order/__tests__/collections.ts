import type { CloseUncollectedInput, CollectInput } from "../collection-types"
import { uncollectedKey } from "../domain/pay-on-delivery"
import type VendorOrderModuleService from "../service"
import type { RecordedVendorOrder } from "../types"

const NOTHING_TAKEN = {
  amount_minor: 0n,
  commission_minor: 0n,
  commission_tax_minor: 0n,
  withholding_minor: 0n,
  platform_tax_minor: 0n,
  platform_discount_minor: 0n,
}

export function describeCollections(
  service: VendorOrderModuleService,
  record: (input: { is_paid_on_delivery?: boolean }) => Promise<RecordedVendorOrder[]>
): void {
  describe("a collection at the door", () => {
    const sold = async () => {
      const parts = await record({ is_paid_on_delivery: true })
      const [row] = await service.listVendorOrders({ id: parts[0]!.id })

      return { one: parts[0]!, other: parts[1]!, order_id: row!.order_id }
    }
    const move = async (
      { id, vendor_id }: RecordedVendorOrder,
      ...to: ("confirmed" | "shipped" | "delivered" | "partly_returned" | "returned")[]
    ) => {
      for (const status of to) {
        await service.moveVendorOrder({ vendor_id, id, to: status, actor: "user_1" })
      }
    }
    const collectInput = ({ id, vendor_id, charged_minor }: RecordedVendorOrder): CollectInput => ({
      vendor_order_id: id,
      vendor_id,
      amount_minor: charged_minor,
      held_by: "vendor",
      idempotency_key: "at-the-door-1",
      actor: "user_1",
    })
    const refuseInput = ({ id, vendor_id }: RecordedVendorOrder): CloseUncollectedInput => ({
      to: "refused",
      vendor_order_id: id,
      vendor_id,
      reason_code: "changed_mind",
      note: null,
      actor: "user_1",
      refund_key: uncollectedKey(id),
      part: NOTHING_TAKEN,
      move: { id, vendor_id, to: "returned", actor: "user_1" },
    })
    const prepayInput = ({ id, vendor_id, charged_minor }: RecordedVendorOrder) => ({
      vendor_order_id: id,
      vendor_id,
      reference: `mkt-${id}`,
      amount_minor: charged_minor,
      currency_code: "ngn",
    })
    const books = () => {
      let posted = 0

      return {
        post: async () => {
          posted += 1
        },
        count: () => posted,
      }
    }
    const stateOf = async (order_id: string) =>
      (await service.collectionsOf(order_id)).map(({ state }) => state).toSorted()

    it("is due from the moment of the sale, of every part that costs something, and of no other sale", async () => {
      const { one, other, order_id } = await sold()

      expect(await service.collectionsOf(order_id)).toEqual(
        [one, other]
          .map(({ id, vendor_id, charged_minor }) =>
            expect.objectContaining({
              vendor_order_id: id,
              vendor_id,
              amount_minor: charged_minor,
              state: "due",
              held_by: null,
            })
          )
          .toSorted((a, b) => (a.sample.vendor_order_id < b.sample.vendor_order_id ? -1 : 1))
      )
      const [paid] = await record({})
      const [row] = await service.listVendorOrders({ id: paid!.id })
      expect(await service.collectionsOf(row!.order_id)).toEqual([])
    })

    it("is made once, of the exact amount, for what was sent, by the shop itself", async () => {
      const { one, order_id } = await sold()
      const { post, count } = books()
      expect(await service.collect(collectInput(one), post)).toBe(false)
      await move(one, "confirmed", "shipped")
      const wrong = { ...collectInput(one), amount_minor: one.charged_minor - 1n }
      expect(await service.collect(wrong, post)).toBe(false)
      expect(await service.collect({ ...collectInput(one), vendor_id: "vend_of_others" }, post)).toBe(false)
      expect(count()).toBe(0)

      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () => service.collect(collectInput(one), post))
      )

      expect(outcomes.filter(Boolean)).toHaveLength(1)
      expect(count()).toBe(1)
      expect(await stateOf(order_id)).toEqual(["collected", "due"])
      expect(await service.closeUncollected(refuseInput(one), post)).toBe(false)
    })

    it("can be told of when goods came back before, and so can it that nobody has paid", async () => {
      const { one, other } = await sold()
      const { post, count } = books()
      await move(one, "confirmed", "shipped", "delivered", "partly_returned")
      await move(other, "confirmed", "shipped", "delivered", "returned")

      expect(await service.collect(collectInput(one), post)).toBe(true)
      expect(await service.closeUncollected(refuseInput(other), post)).toBe(true)

      expect(count()).toBe(2)
      expect((await service.findOfVendor(other.vendor_id, other.id)).status).toBe("returned")
      const late = await sold()
      await move(late.one, "confirmed", "shipped", "delivered", "partly_returned")
      await move(late.other, "confirmed", "shipped", "delivered", "returned")
      expect(await service.prepay(prepayInput(late.one))).toBe(true)
      expect(await service.prepay(prepayInput(late.other))).toBe(false)
      expect(await service.collect(collectInput(late.other), post)).toBe(true)
    })

    it("stays due when the books refuse the entry", async () => {
      const { one, order_id } = await sold()
      await move(one, "confirmed", "shipped")
      const refused = () => Promise.reject(new Error("the books are shut"))

      await expect(service.collect(collectInput(one), refused)).rejects.toThrow("the books are shut")
      await expect(service.closeUncollected(refuseInput(one), refused)).rejects.toThrow("the books are shut")

      expect(await stateOf(order_id)).toEqual(["due", "due"])
      expect((await service.findOfVendor(one.vendor_id, one.id)).status).toBe("shipped")
    })

    it("is not made of what is being called off", async () => {
      const { one, order_id } = await sold()
      await move(one, "confirmed", "shipped")
      await service.openCancellation({
        vendor_order_id: one.id,
        order_id,
        vendor_id: one.vendor_id,
        amount_minor: 0n,
        actor: "user_1",
        reason: "There is none left.",
      })

      expect(await service.collect(collectInput(one), books().post)).toBe(false)
    })

    it("is refused once, with the vendor order's move and what is taken back", async () => {
      const { one, other, order_id } = await sold()
      await move(one, "confirmed", "shipped")
      const { post, count } = books()

      expect(await service.closeUncollected(refuseInput(one), post)).toBe(true)
      expect(await service.closeUncollected(refuseInput(one), post)).toBe(false)

      expect([count(), await service.collect(collectInput(one), post)]).toEqual([1, false])
      expect((await service.findOfVendor(one.vendor_id, one.id)).status).toBe("returned")
      expect(await service.listVendorOrderRefunds({ vendor_order_id: one.id })).toHaveLength(1)
      const later = new Date(Date.now() + 1000)
      expect(await service.unfollowedOrders({ before: later, limit: 100 })).toContain(order_id)
      await service.noteFollowed({ vendor_order_id: one.id, vendor_id: one.vendor_id })
      expect(await service.unfollowedOrders({ before: later, limit: 100 })).not.toContain(order_id)
      expect(await service.closeUncollected({ ...refuseInput(other), to: "canceled" }, post)).toBe(true)
      expect((await service.findOfVendor(other.vendor_id, other.id)).status).toBe("pending")
    })

    it("is paid by a link instead, once, of the exact amount, also before anything is sent", async () => {
      const { one, other, order_id } = await sold()
      for (const wrong of [
        { amount_minor: one.charged_minor - 1n },
        { currency_code: "usd" },
        { vendor_id: "vend_of_others" },
      ]) {
        expect(await service.prepay({ ...prepayInput(one), ...wrong })).toBe(false)
      }

      const outcomes = await Promise.all(
        ["mkt-1", "mkt-2", "mkt-3"].map((reference) => service.prepay({ ...prepayInput(one), reference }))
      )

      expect(outcomes.filter(Boolean)).toHaveLength(1)
      expect(await stateOf(order_id)).toEqual(["due", "prepaid"])
      const reference = ["mkt-1", "mkt-2", "mkt-3"][outcomes.indexOf(true)]!
      expect(await service.collectionsOf(order_id)).toContainEqual(
        expect.objectContaining({ vendor_order_id: one.id, prepaid_reference: reference, held_by: null })
      )
      await move(one, "confirmed", "shipped")
      expect(await service.collect(collectInput(one), books().post)).toBe(false)
      expect(await service.closeUncollected({ ...refuseInput(one), to: "canceled" }, books().post)).toBe(
        false
      )
      // One payment pays for one part.
      await expect(service.prepay({ ...prepayInput(other), reference })).rejects.toThrow()
    })

    it("is collected, refused or prepaid, whoever of them comes at the same moment", async () => {
      for (let turn = 0; turn < 6; turn += 1) {
        const { one, order_id } = await sold()
        await move(one, "confirmed", "shipped")
        const { post, count } = books()

        const outcomes = await Promise.all([
          service.prepay(prepayInput(one)),
          service.collect(collectInput(one), post),
          service.closeUncollected(refuseInput(one), post),
          service.prepay(prepayInput(one)),
        ])

        expect(outcomes.filter(Boolean)).toHaveLength(1)
        const isPrepaid = outcomes[0] || outcomes[3]
        expect(count()).toBe(isPrepaid ? 0 : 1)
        expect((await stateOf(order_id)).includes("prepaid")).toBe(isPrepaid)
      }
    })

    it("is not prepaid either while it is being called off", async () => {
      const { one, order_id } = await sold()
      await service.openCancellation({
        vendor_order_id: one.id,
        order_id,
        vendor_id: one.vendor_id,
        amount_minor: 0n,
        actor: "user_1",
        reason: "There is none left.",
      })

      expect(await service.prepay(prepayInput(one))).toBe(false)
    })

    it("is asked about when its buyer has the goods and nobody has said that they were paid for", async () => {
      const { one, other, order_id } = await sold()
      await move(one, "confirmed", "shipped", "delivered")
      await move(other, "confirmed", "shipped", "delivered", "returned")
      const later = new Date(Date.now() + 1000)
      const untold = async (delivered_before: Date) =>
        (await service.listUntoldCollections({ delivered_before, take: 100 }))
          .filter(({ display_number }) => [one, other].some((part) => part.display_number === display_number))
          .map(({ amount_minor }) => amount_minor)
      const waiting = async () =>
        (await service.listWaitingCollections({ clock: "collection", before: later, after: "", take: 100 }))
          .filter((row) => row.order_id === order_id)
          .map(({ subject_id }) => subject_id)

      expect(await untold(new Date(Date.now() - 60_000))).toEqual([])
      expect((await untold(later)).toSorted()).toEqual([one.charged_minor, other.charged_minor].toSorted())
      expect(await waiting()).toEqual([])
      for (const { id, vendor_id } of [one, other]) {
        await service.confirmDelivery(vendor_id, id, "code")
      }
      expect(await waiting()).toEqual([one.id])

      await service.collect(collectInput(one), books().post)

      expect([await waiting(), await untold(later)]).toEqual([[], [other.charged_minor]])
    })

    it("does not unhappen, whoever asks the database", async () => {
      const { one } = await sold()
      await move(one, "confirmed", "shipped")
      await service.collect(collectInput(one), books().post)

      for (const change of [
        { state: "due" as const, closed_at: null, held_by: null },
        { amount_minor: "1" },
      ]) {
        await expect(
          service.updateVendorOrderCollections({ vendor_order_id: one.id, ...change } as never)
        ).rejects.toThrow()
      }
    })
  })
}
