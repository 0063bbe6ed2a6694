import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { actOnReturn } from "../../../src/workflows/vendor-order/act-on-return"
import { runClocksWorkflow } from "../../../src/workflows/vendor-order/workflows/run-clocks"
import { messagesTo } from "../../helpers/outbox"
import type { BeginWith } from "../../helpers/server-tests"
import { approved, delivered, refusal } from "./delivered"
import type { RefundSuite } from "./suite"

const DAY_MS = 86_400_000
const FAILED = "Something that was due could not be done"
const UNPROVED = "A return has not been confirmed"

export function describeReturnClocks(suite: RefundSuite, beginWithPaid: BeginWith): void {
  /** As if so many days had gone by. */
  const daysLater = async (days: number) =>
    (
      await runClocksWorkflow(suite.container).run({
        input: { now: new Date(Date.now() + days * DAY_MS).toISOString() },
      })
    ).result

  describe("An approved return", () => {
    const bought = beginWithPaid(async () => {
      const order = await delivered(suite)
      // The other shop's part is nobody's matter here.
      await suite.container
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(`update vendor_order set status = 'delivered' where order_id = ? and id <> ?`, [
          order.order_id,
          order.id,
        ])

      return order
    })

    const buyersMessages = async () => {
      const query = suite.container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "order",
        fields: ["email"],
        filters: { id: bought().order_id },
      })

      return (await messagesTo(data[0]!.email!)).filter(({ template }) => template === "buyer_is_waited_for")
    }

    it("that is not sent is closed once its buyer was reminded, and its pieces may be asked for again", async () => {
      const order = bought()
      const { ask, owner, session, wish } = order
      const all = { ...wish, items: [{ ...wish.items[0]!, quantity: 2 }] }
      const { id, state, send } = await approved({ ...order, wish: all })
      expect(refusal(await owner("POST", `/vendor/returns/${id}/reject`, { reason: "No." }))).toEqual([
        400,
        "return_transition_refused",
      ])
      const earlier = (await buyersMessages()).length

      expect(await daysLater(10)).toMatchObject({ reminded: 0, acted: 0 })
      expect(await daysLater(11)).toMatchObject({ reminded: 1, acted: 0 })
      expect(await daysLater(13)).toMatchObject({ reminded: 0, acted: 0 })
      expect((await buyersMessages()).slice(earlier)).toEqual([
        expect.objectContaining({ text: expect.stringContaining("it is closed") }),
      ])
      expect(await state()).toBe("approved")
      expect(refusal(await ask("POST", "/store/returns", wish))).toEqual([
        400,
        "vendor_order_quantity_refused",
      ])
      const both = await Promise.all([daysLater(15), daysLater(15)])

      expect(both.map(({ failed }) => failed)).toEqual([0, 0])
      expect((await ask("GET", `/store/returns/${id}`)).body.return).toMatchObject({
        state: "rejected",
        decision_note: "The goods were not sent in time.",
      })
      expect(await suite.container.resolve(Modules.ORDER).retrieveReturn(id)).toMatchObject({
        status: "canceled",
      })
      expect(refusal(await send({ tracking_number: "GIG1234567" }))).toEqual([
        400,
        "return_transition_refused",
      ])
      expect((await ask("POST", "/store/returns", all)).body.return.state).toBe("requested")
      expect(suite.bench.refundsOf(session)).toEqual([])
      expect(await suite.bench.notices()).not.toContain(FAILED)
    })

    it("that is sent at that very moment is either on its way or closed", async () => {
      const { state, send } = await approved(bought())
      await daysLater(11)

      const [sent, run] = await Promise.all([send({ tracking_number: "GIG1234567" }), daysLater(15)])

      expect([await state(), sent.status]).toEqual(
        sent.status === 200 ? ["in_transit", 200] : ["rejected", 400]
      )
      expect(run.failed).toBe(0)
      expect(await suite.bench.notices()).not.toContain(FAILED)
    })

    it("that is back and disputed is not closed by a clock that comes too late", async () => {
      const { id, receive, state } = await approved(bought())
      await receive({ dispute: "The box is empty." })

      await actOnReturn(suite.container, {
        return_id: id,
        to: "rejected",
        actor: "clock",
        only_from: "approved",
      })

      expect(await state()).toBe("disputed")
    })

    it("is not closed while staff change its order, nor when Medusa has its goods back", async () => {
      const { order_id, ...order } = bought()
      const { id, state } = await approved({ ...order, order_id })
      const orders = suite.container.resolve(Modules.ORDER)
      const edit = await orders.createOrderChange({ order_id, change_type: "edit" } as never)
      await daysLater(11)
      expect(await daysLater(15)).toMatchObject({ acted: 0, failed: 1 })
      expect(await suite.bench.notices()).not.toContain(FAILED)
      expect(await state()).toBe("approved")
      await orders.deleteOrderChanges([edit.id])
      const items = [{ id: order.item.source_id, quantity: 1 }]
      await orders.receiveReturn({ return_id: id, reference: "return", reference_id: id, items } as never)

      expect(await daysLater(15)).toMatchObject({ acted: 0, failed: 1 })
      expect(await suite.bench.notices()).toContain(FAILED)
      expect(await daysLater(16)).toMatchObject({ acted: 0, failed: 0 })
      expect(await state()).toBe("approved")
    })

    it("takes one tracking number, with which the shop's time begins anew", async () => {
      const { ask, session, ...order } = bought()
      const { id, state, send } = await approved({ ...order, ask, session })
      expect((await send()).body.return).toMatchObject({ state: "in_transit", tracking_number: null })
      const before = new Date()
      await suite.container
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(`update vendor_order_return set moved_at = now() - interval '9 days' where return_id = ?`, [id])

      const first = await send({ carrier: "GIG", tracking_number: "GIG1234567" })
      const again = await send({ carrier: "DHL", tracking_number: "GIG1234567" })

      for (const answer of [first, again]) {
        expect([answer.status, answer.body.return]).toEqual([
          200,
          expect.objectContaining({ state: "in_transit", carrier: "GIG", tracking_number: "GIG1234567" }),
        ])
      }
      for (const other of [{ tracking_number: "GIG7654321" }, {}]) {
        expect(refusal(await send(other))).toEqual([400, "return_transition_refused"])
      }
      const [found] = (
        await suite.desk.service.listReturnCases(
          { order_id: order.order_id },
          { take: 1, skip: 0, is_ascending: true }
        )
      ).returns
      expect(found!.tracking_number).toBe("GIG1234567")
      expect(found!.moved_at.getTime()).toBeGreaterThan(before.getTime() - 60_000)
      await daysLater(8)
      await daysLater(11)
      expect(await state()).toBe("refunded")
      expect(suite.bench.refundsOf(session)).toHaveLength(1)
    })

    it("is paid back without the shop's word on a carrier's number alone", async () => {
      const { session, ...order } = bought()
      const { state, send } = await approved({ ...order, session })
      await send({ tracking_number: "x" })
      await daysLater(8)
      await daysLater(11)
      await daysLater(12)

      expect(await state()).toBe("in_transit")
      expect(suite.bench.refundsOf(session)).toEqual([])
      expect((await suite.bench.notices()).filter((title) => title === UNPROVED)).toHaveLength(1)
    })

    it("goes into stock when it is in order, and if something is wrong with it only when the shop says so", async () => {
      const order = bought()
      const [unsaid, said] = [await approved(order), await approved(order)]
      const { stocked } = await suite.desk.stock(0)

      await unsaid.receive({ dispute: "The box is empty." })
      expect((await suite.desk.stock(0)).stocked).toBe(stocked)
      await said.receive({ dispute: "The box is dirty.", restock: true })
      expect((await suite.desk.stock(0)).stocked).toBe(stocked + 1)
    })
  })
}
