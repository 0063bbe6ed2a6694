import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { refusal, type VendorOrderSuite } from "./suite"

export function describeCancellations(suite: VendorOrderSuite): void {
  const { read, act, cancel, pack, finish } = suite

  describe("A cancellation", () => {
    it("gives back exactly the shop's share, with its discount, and leaves the others alone", async () => {
      const { order_id, session, part } = await suite.desk.buy([0, 1, 2], { quantity: 2, codes: ["TEN"] })
      const id = await part(1)
      const vendorId = suite.market.vendors[1]!.id
      const others = async () =>
        (await suite.desk.rows(order_id))
          .filter(({ vendor_id }) => vendor_id !== vendorId)
          .map((row) => ({ ...row }))
      const before = await others()
      const [row] = await suite.desk.service.listVendorOrders({ id })
      expect(BigInt(row!.platform_discount_minor)).toBeGreaterThan(0n)
      const booked = () =>
        Promise.all(
          suite.market.vendors.map((vendor) => suite.bench.books.balance("vendor_pending", vendor.id))
        )
      const owed = await booked()

      const { status, body } = await cancel(1, id)
      const again = await act(1, id, "cancel", { reason: "another reason" })

      expect([status, again.status]).toEqual([200, 200])
      expect(body.order).toMatchObject({
        status: "canceled",
        is_payable: false,
        cancellation: { reason: "Out of stock", refund_status: "made" },
      })
      expect(again.body.order).toEqual(body.order)
      expect(suite.bench.refundsOf(session)).toEqual([Number(row!.charged_minor)])
      expect(await others()).toEqual(before)
      await suite.desk.expectSettled(order_id, suite.bench.paidAt(session))
      const left = await suite.desk.commercial(order_id)
      expect([left.status, left.items.length, left.shipping_methods.length]).toEqual(["pending", 2, 2])
      expect(await suite.desk.stock(1)).toEqual({ stocked: 100, reserved: 0 })
      expect(await booked()).toEqual(owed.map((amount, index) => (index === 1 ? 0n : amount)))
      const frozen = before.map((part) => [
        BigInt(part.commission_minor),
        BigInt(part.platform_discount_minor),
      ])
      expect(await suite.bench.books.balance("commission")).toBe(
        -frozen.reduce((sum, [fee]) => sum + fee!, 0n)
      )
      expect(await suite.bench.books.balance("promotion_expense")).toBe(
        frozen.reduce((sum, [, discount]) => sum + discount!, 0n)
      )

      expect((await pack(0, await part(0), 2, true)).body.order.status).toBe("shipped")
      expect(refusal(await cancel(0, await part(0)))).toEqual([400, "vendor_order_transition_refused"])
      expect((await cancel(2, await part(2))).status).toBe(200)
      expect((await suite.desk.commercial(order_id)).status).toBe("pending")
      await suite.desk.expectSettled(order_id, suite.bench.paidAt(session))
    })

    it("of all there is cancels the order; one of which staff gave something back for nobody in particular is left to them", async () => {
      const { order_id, session, part } = await suite.desk.buy([0], { quantity: 3 })
      expect((await cancel(0, await part(0))).status).toBe(200)

      expect((await suite.desk.commercial(order_id)).status).toBe("canceled")
      expect(suite.bench.refundsOf(session)).toEqual([suite.bench.paidAt(session)])
      for (const account of ["vendor_pending", "commission", "unallocated"] as const) {
        expect([account, await suite.bench.books.balance(account)]).toEqual([account, 0n])
      }

      const refunded = await suite.desk.buy([0, 1])
      const payments = await suite.container
        .resolve(Modules.PAYMENT)
        .listPayments({}, { order: { created_at: "DESC" } })
      await suite.admin("POST", `/admin/payments/${payments[0]!.id}/refund`, { amount: 100 })
      expect(refusal(await cancel(1, await refunded.part(1)))).toEqual([
        400,
        "vendor_order_cancel_unsupported",
      ])
      expect(suite.bench.refundsOf(refunded.session)).toEqual([10000])
      expect(refusal(await act(1, await refunded.part(1), "cancel", { reason: " " }))[0]).toBe(400)
    })

    it("of a part of which its shop gave some back gives back the rest, whatever else is called off", async () => {
      const { order_id, session, part } = await suite.desk.buy([0, 1])
      const [first, id] = [await part(0), await part(1)]
      const some = { amount: "10", reason: "goodwill", idempotency_key: "goodwill-1" }
      expect((await act(1, id, "refund", some)).status).toBe(200)
      expect((await cancel(0, first)).status).toBe(200)

      expect((await cancel(1, id)).status).toBe(200)

      const [before, after] = await suite.desk.rows(order_id).then((rows) =>
        [first, id].map((own) => {
          const row = rows.find((candidate) => candidate.id === own)!

          return Number(row.charged_minor)
        })
      )
      expect(suite.bench.refundsOf(session)).toEqual([1000, before, after! - 1000])
      expect((await suite.desk.commercial(order_id)).status).toBe("canceled")
      for (const account of ["vendor_pending", "commission", "unallocated"] as const) {
        expect([account, await suite.bench.books.balance(account)]).toEqual([account, 0n])
      }
    })

    it.each(["5xx_before_commit", "5xx_after_commit"] as const)(
      "is refunded once, to this shop's account, when the gateway breaks (%s)",
      async (kind) => {
        const { order_id, session, part } = await suite.desk.buy([0, 1])
        const id = await part(1)
        suite.sandbox.control.fault({ on: "POST /refund", kind })

        const { status, body } = await cancel(1, id)
        expect([status, body.order.status, body.order.cancellation?.refund_status]).toEqual([
          200,
          "canceled",
          "pending",
        ])
        suite.sandbox.control.clearFaults()
        await suite.bench.reconcile()
        const knex = suite.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await knex.raw(`update gateway_refund set posted_at = posted_at - interval '1 hour'`)
        await suite.bench.reconcile()
        await finish()
        await finish()

        expect((await read(1, id)).cancellation?.refund_status).toBe("made")
        const [row] = await suite.desk.service.listVendorOrders({ id })
        expect(suite.bench.refundsOf(session)).toEqual([Number(row!.charged_minor)])
        await suite.bench.reconcile()
        await suite.desk.expectSettled(order_id, suite.bench.paidAt(session))
        expect(await suite.bench.books.balance("vendor_pending", suite.market.vendors[1]!.id)).toBe(0n)
      }
    )

    const refundByHand = async (amountMinor: bigint) => {
      const [payment] = await suite.container
        .resolve(Modules.PAYMENT)
        .listPayments({}, { order: { created_at: "DESC" }, take: 1 })
      const amount = Number(amountMinor) / 100
      expect((await suite.admin("POST", `/admin/payments/${payment!.id}/refund`, { amount })).status).toBe(
        200
      )
    }

    it("whose refund the gateway refuses for good is staff's: the buyer gets it once, from this shop", async () => {
      const { order_id, session, part } = await suite.desk.buy([0, 1, 2])
      const id = await part(1)
      const [row] = await suite.desk.service.listVendorOrders({ id })
      const charged = BigInt(row!.charged_minor)
      const owed = await suite.bench.books.balance("vendor_pending", suite.market.vendors[0]!.id)
      // All is given back in the gateway's own dashboard, so that it refuses any more.
      await fetch(`${suite.sandbox.url}/refund`, {
        method: "POST",
        headers: { authorization: `Bearer ${suite.sandbox.secret_key}` },
        body: JSON.stringify({ transaction: session.data.reference }),
      })
      const [foreign] = suite.sandbox.control.refunds()
      await suite.bench.eventually(async () => expect(foreign!.status).toBe("processed"))

      const { status, body } = await cancel(1, id)
      expect([status, body.order.cancellation?.refund_status]).toEqual([200, "refused"])
      expect(await suite.bench.notices()).toContain("A canceled order could not be refunded")

      // It fails after all, so the gateway would now make whatever it is asked for.
      foreign!.status = "failed"
      await refundByHand(charged)
      await suite.bench.eventually(async () =>
        expect(await suite.bench.books.balance("vendor_pending", suite.market.vendors[1]!.id)).toBe(0n)
      )
      await finish()
      const knex = suite.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await knex.raw(`update vendor_order_cancellation set stage = 'withdrawn'`)
      await finish()

      const given = suite.sandbox.control.refunds().filter((refund) => refund !== foreign)
      expect(given.map(({ amount }) => amount)).toEqual([Number(charged)])
      expect((await read(1, id)).cancellation?.refund_status).toBe("refused")
      expect(await suite.bench.books.balance("vendor_pending", suite.market.vendors[0]!.id)).toBe(owed)
      await suite.desk.expectSettled(order_id, suite.bench.paidAt(session))
    })

    it("that a crash left before it began is refused when staff have paid the buyer meanwhile", async () => {
      const { order_id, session, part } = await suite.desk.buy([0, 1])
      const vendor_order = await suite.desk.service.findOfVendor(suite.market.vendors[1]!.id, await part(1))
      await suite.desk.service.openCancellation({
        vendor_order_id: vendor_order.id,
        order_id,
        vendor_id: vendor_order.vendor_id,
        amount_minor: vendor_order.charged_minor,
        actor: "user_gone",
        reason: "Out of stock",
      })
      await refundByHand(vendor_order.charged_minor)
      await finish()

      expect(suite.bench.refundsOf(session)).toEqual([Number(vendor_order.charged_minor)])
      expect(await read(1, vendor_order.id)).toMatchObject({ status: "pending", cancellation: null })
      expect((await suite.desk.commercial(order_id)).items).toHaveLength(2)
    })

    it("that a crash left is finished: before the goods left, and after the refund was asked for", async () => {
      const { order_id, session, part } = await suite.desk.buy([0, 1, 2])
      for (const shop of [0, 1]) {
        const vendor_order = await suite.desk.service.findOfVendor(
          suite.market.vendors[shop]!.id,
          await part(shop)
        )
        const opened = await suite.desk.service.openCancellation({
          vendor_order_id: vendor_order.id,
          order_id,
          vendor_id: vendor_order.vendor_id,
          amount_minor: vendor_order.charged_minor,
          actor: "user_gone",
          reason: "Out of stock",
        })
        expect(opened.stage).toBe("opened")
      }
      await finish()
      expect(await suite.desk.refundedParts(order_id)).toEqual(2)
      // As if the server had died before it noted that the refund was made.
      const knex = suite.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await knex.raw(`update vendor_order_cancellation set stage = 'withdrawn', refund_key = null`)
      await knex.raw(`delete from order_transaction where reference = 'refund'`)
      await finish()

      expect(suite.bench.refundsOf(session)).toHaveLength(2)
      expect((await read(0, await part(0))).cancellation?.refund_status).toBe("made")
      await suite.bench.books.kinds()
      const refunds = await suite.container
        .resolve(Modules.ORDER)
        .listOrderTransactions({ reference: "refund" } as object)
      expect(refunds).toHaveLength(2)
    })
  })
}
