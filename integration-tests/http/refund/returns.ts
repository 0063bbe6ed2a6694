import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { Migration20261129070000 } from "../../../src/modules/vendor-order/migrations/Migration20261129070000"
import { runClocksWorkflow } from "../../../src/workflows/vendor-order/workflows/run-clocks"
import type { OrderAnswer } from "../../helpers/order-desk"
import type { BeginWith } from "../../helpers/server-tests"
import { approved, delivered, type ReturnAnswer, refusal } from "./delivered"
import type { RefundSuite } from "./suite"

export function describeReturns(suite: RefundSuite, beginWithPaid: BeginWith): void {
  const clocks = () =>
    runClocksWorkflow(suite.container).run({
      input: { now: new Date(Date.now() + 10 * 60_000).toISOString() },
    })

  describe("Goods that are sent back", () => {
    const sql = (text: string, values: string[] = []) =>
      suite.container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)

    it("of one parcel leave the other on its way, whose delivery counts", async () => {
      const order = await delivered(suite, 2, 2)
      const read = async () =>
        (await order.owner<OrderAnswer>("GET", `/vendor/orders/${order.id}`)).body.order
      const migrate = async () => {
        const migration = new Migration20261129070000(undefined as never, undefined as never)
        await migration.up()
        for (const statement of migration.getQueries()) {
          await sql(String(statement))
        }
      }
      const back = await approved(order)
      expect((await back.receive()).body.return.state).toBe("refunded")
      expect(await read()).toMatchObject({ status: "shipped", lines: [{ returned_quantity: 1 }] })

      // As it was noted before.
      await sql(`update vendor_order set status = 'partly_returned' where id = ?`, [order.id])
      await migrate()
      expect((await read()).status).toBe("shipped")
      expect((await order.deliver(1)).body.order.status).toBe("partly_returned")
      const delivery = `vendor_order_id = ? and to_status = 'delivered'`
      const deliveries = async () =>
        (await sql(`select 1 from vendor_order_transition where ${delivery}`, [order.id])).rows
      expect(await deliveries()).toHaveLength(1)

      await sql(`delete from vendor_order_transition where ${delivery}`, [order.id])
      await migrate()
      await migrate()
      expect(await deliveries()).toHaveLength(1)
      expect((await (await approved(order)).receive()).body.return.state).toBe("refunded")
      expect((await read()).status).toBe("returned")
    })

    it("that are disputed are not paid back whatever stands in the way of their receipt", async () => {
      const order = await delivered(suite, 4)
      const [bad, good] = [await approved(order), await approved(order)]
      const orders = suite.container.resolve(Modules.ORDER)
      const { order_id } = order
      const edit = await orders.createOrderChange({ order_id, change_type: "edit" } as never)
      const before = await suite.desk.stock(0)

      const early = [await bad.receive({ dispute: "The box is empty." }), await good.receive()]

      expect(early.map(refusal)).toEqual(Array(2).fill([400, "vendor_order_changing"]))
      await clocks()
      expect([await bad.state(), await good.state()]).toEqual(["approved", "approved"])
      expect(suite.bench.refundsOf(order.session)).toEqual([])
      await orders.deleteOrderChanges([edit.id])
      const disputed = await bad.receive({ dispute: "The box is empty." })
      expect(disputed.body.return).toMatchObject({ state: "disputed", decision_note: "The box is empty." })
      // A server that died after Medusa's receipt, and before its stock.
      const [item] = (await order.owner<ReturnAnswer>("GET", `/vendor/returns/${good.id}`)).body.return.items
      const { source_id } = order.item
      expect(item).toMatchObject({ quantity: 1 })
      const items = [{ id: source_id, quantity: 1 }]
      await orders.receiveReturn({
        return_id: good.id,
        reference: "return",
        reference_id: good.id,
        items,
      } as never)
      expect((await good.receive()).body.return.state).toBe("refunded")
      await clocks()
      expect(suite.bench.refundsOf(order.session)).toHaveLength(1)
      expect((await suite.desk.stock(0)).stocked).toBe(before.stocked)
      const now = (await order.owner<OrderAnswer>("GET", `/vendor/orders/${order.id}`)).body.order
      expect(now).toMatchObject({ status: "partly_returned", lines: [{ returned_quantity: 2 }] })
    })

    describe("of two pieces in one parcel", () => {
      const bought = beginWithPaid(() => delivered(suite))

      it("are paid back as far as the buyer's money has not gone back before", async () => {
        const order = bought()
        const [row] = await suite.desk.service.listVendorOrders({ id: order.id })
        const goodwill = {
          amount: String(Number(BigInt(row!.charged_minor) - 100n) / 100),
          reason: "goodwill",
          idempotency_key: "for-the-wait-1",
        }
        expect((await order.owner("POST", `/vendor/orders/${order.id}/refund`, goodwill)).status).toBe(200)
        const [first, second] = [await approved(order), await approved(order)]

        const states = [(await first.receive()).body.return.state, (await second.receive()).body.return.state]

        expect(states).toEqual(["refunded", "refunded"])
        expect(suite.bench.refundsOf(order.session).toSorted((a, b) => a - b)).toEqual([
          100,
          Number(row!.charged_minor) - 100,
        ])
      })

      it("go from the guest's wish over the shop's approval and receipt to the money, and into stock", async () => {
        const { id, order_id, owner, item, session, guest, ask, wish } = bought()
        const before = await suite.desk.stock(0)
        const theirs = await suite.bench.books.balance("vendor_pending", suite.market.vendors[1]!.id)
        expect(refusal(await guest("POST", "/store/returns", wish))).toEqual([404, "order_not_found"])
        const three = { ...wish, items: [{ id: item.source_id, quantity: 3 }] }
        expect(refusal(await ask("POST", "/store/returns", three))).toEqual([
          400,
          "vendor_order_quantity_refused",
        ])

        const opened = await ask("POST", "/store/returns", wish)
        expect([opened.status, opened.body.return?.state]).toEqual([201, "requested"])
        const { id: back } = opened.body.return
        expect(refusal(await guest("GET", `/store/returns/${back}`))).toEqual([404, "order_not_found"])
        const other = await suite.ownerOf(1)
        expect(refusal(await other("POST", `/vendor/returns/${back}/approve`, {}))).toEqual([
          404,
          "vendor_return_not_found",
        ])
        expect(refusal(await owner("POST", `/vendor/returns/${back}/receive`, {}))).toEqual([
          400,
          "return_transition_refused",
        ])
        const waiting = await owner<ReturnAnswer>("GET", `/vendor/returns/${back}`)
        expect(new Date(waiting.body.return.due_at ?? 0).getTime()).toBeGreaterThan(Date.now())
        const approved = await owner<ReturnAnswer>("POST", `/vendor/returns/${back}/approve`, {})
        expect([approved.status, approved.body.return.state, approved.body.return.due_at]).toEqual([
          200,
          "approved",
          null,
        ])
        const sent = await ask("POST", `/store/returns/${back}/sent`, { tracking_number: "NG-7" })
        expect(sent.body.return.state).toBe("in_transit")
        const received = await owner<ReturnAnswer>("POST", `/vendor/returns/${back}/receive`, {})

        expect([received.status, received.body.return.state]).toEqual([200, "refunded"])
        const half = BigInt(item.total_minor) / 2n
        expect(suite.bench.refundsOf(session)).toEqual([Number(half)])
        expect((await suite.desk.stock(0)).stocked).toBe(before.stocked + 1)
        expect((await owner<OrderAnswer>("GET", `/vendor/orders/${id}`)).body.order).toMatchObject({
          status: "partly_returned",
          lines: [{ returned_quantity: 1 }],
        })
        expect(await suite.bench.books.balance("vendor_pending", suite.market.vendors[1]!.id)).toBe(theirs)
        const list = await ask("GET", `/store/returns?order_id=${order_id}`)
        expect([list.body.count, list.body.returns[0]?.state]).toEqual([1, "refunded"])
        expect(refusal(await owner("POST", `/vendor/returns/${back}/receive`, {}))[0]).toBe(400)
        expect(suite.bench.refundsOf(session)).toHaveLength(1)
      })

      it("stay where they are when the shop says no, and staff rule on what came back wrong", async () => {
        const { id: part, owner, session, ask, wish } = bought()
        const first = (await ask("POST", "/store/returns", wish)).body.return.id
        const rejected = await owner<ReturnAnswer>("POST", `/vendor/returns/${first}/reject`, {
          reason: "It was worn.",
        })
        expect(rejected.body.return).toMatchObject({ state: "rejected", decision_note: "It was worn." })

        // What was refused is the buyer's to ask for again.
        const second = (await ask("POST", "/store/returns", wish)).body.return.id
        const byStaff = (path: string, body: object) =>
          suite.admin<ReturnAnswer>("POST", `/admin/vendor-returns/${second}/${path}`, body)
        expect((await byStaff("approve", {})).body.return.state).toBe("approved")
        const disputed = await owner<ReturnAnswer>("POST", `/vendor/returns/${second}/receive`, {
          restock: false,
          dispute: "The box is empty.",
        })
        expect(disputed.body.return.state).toBe("disputed")
        expect(await suite.bench.notices()).toContain("A shop disputes a return")
        const waiting = await suite.admin<ReturnAnswer>("GET", "/admin/vendor-returns?state=disputed")
        const [vendor_order] = await suite.desk.service.listVendorOrders({ id: part })
        expect(waiting.body.returns).toEqual([
          expect.objectContaining({
            id: second,
            vendor_order_number: vendor_order!.display_number,
            decision_note: "The box is empty.",
          }),
        ])
        // The gateway is down when staff rule: the ruling stands, and the clock brings it to its end.
        await clocks()
        expect(suite.bench.refundsOf(session)).toEqual([])
        suite.tested.control.fault({ on: "POST /refund", kind: "429", times: 20 })
        const ruled = await byStaff("rule", { is_refunded: true, note: "The courier has lost it." })
        expect([ruled.status, ruled.body.return?.state]).toEqual([200, "disputed"])
        expect(refusal(await byStaff("rule", { is_refunded: false, note: "It was empty." }))).toEqual([
          400,
          "return_transition_refused",
        ])
        suite.tested.control.clearFaults()
        await clocks()
        expect((await owner<ReturnAnswer>("GET", `/vendor/returns/${second}`)).body.return.state).toBe(
          "refunded"
        )
        expect(suite.bench.refundsOf(session)).toHaveLength(1)
        const all = await suite.admin<ReturnAnswer>("GET", "/admin/vendor-returns?state=refunded")
        expect(all.body.returns.map((row) => row.id)).toEqual([second])
      })

      it("and that the gateway refuses to pay are asked for again when staff rule so, and only then", async () => {
        const { order_id, owner, session, ask, wish } = bought()
        const { id } = (await ask("POST", "/store/returns", wish)).body.return
        await owner("POST", `/vendor/returns/${id}/approve`, {})
        // All is given back in the gateway's own dashboard, so that it refuses any more.
        const foreign = await suite.desk.giveBackElsewhere(session)
        const received = await owner<ReturnAnswer>("POST", `/vendor/returns/${id}/receive`, {})
        expect([received.status, received.body.return.state]).toEqual([200, "received"])
        await clocks()
        const rule = () =>
          suite.admin<ReturnAnswer>("POST", `/admin/vendor-returns/${id}/rule`, {
            is_refunded: true,
            note: "It is back.",
          })
        expect((await rule()).body.return.state).toBe("received")

        foreign.status = "failed"
        await clocks()
        expect((await rule()).body.return).toMatchObject({ state: "refunded", decision_note: "It is back." })
        expect((await rule()).status).toBe(400)
        const requests = await suite.desk.service.refundRequestsOf(order_id)
        expect(requests.map(({ idempotency_key, stage }) => [idempotency_key, stage])).toEqual([
          [`return:${id}`, "refused"],
          [`return:${id}:2`, "refused"],
          [`return:${id}:3`, "made"],
        ])
      })

      it("may be shown in pictures, few of them, until the shop has decided", async () => {
        const { owner, ask, wish } = bought()
        const { id } = (await ask("POST", "/store/returns", wish)).body.return
        expect(refusal(await ask("POST", `/store/returns/${id}/photos`, {}))).toEqual([400, "upload_refused"])
        const { service } = suite.desk
        expect(await service.addReturnPhotos(id, ["a", "b", "c", "d", "e"])).toBe(true)
        expect(await service.addReturnPhotos(id, ["f", "g"])).toBe(false)
        expect(await service.addReturnPhotos(id, ["f"])).toBe(true)

        await owner("POST", `/vendor/returns/${id}/approve`, {})
        expect(await service.addReturnPhotos(id, [])).toBe(false)
        const seen = await owner<ReturnAnswer>("GET", `/vendor/returns/${id}`)
        expect(seen.body.return.photos).toEqual(["a", "b", "c", "d", "e", "f"])
      })
    })
  })
}
