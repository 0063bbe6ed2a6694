import { Modules } from "@medusajs/framework/utils"
import { refusal, type VendorOrderSuite } from "./suite"

export function describeProgress(suite: VendorOrderSuite): void {
  const { read, act, cancel, pack } = suite

  describe("A shop's order", () => {
    it("is as far as what staff have left in it by an edit", async () => {
      const { order_id, part } = await suite.desk.buy([0], { quantity: 3 })
      const id = await part(0)
      const [line] = await suite.desk.service.listVendorOrderLines({ vendor_order_id: id, kind: "item" })
      await act(0, id, "fulfilments", { items: [{ line_id: line!.id, quantity: 2 }], is_shipped: true })
      expect((await read(0, id)).status).toBe("confirmed")

      const edit = `/admin/order-edits/${order_id}`
      await suite.admin("POST", "/admin/order-edits", { order_id })
      await suite.admin("POST", `${edit}/items/item/${line!.source_id}`, { quantity: 2 })
      expect((await suite.admin("POST", `${edit}/confirm`, {})).status).toBe(200)
      await suite.bench.eventually(async () => expect((await read(0, id)).status).toBe("shipped"))
    })

    it("goes from paid to delivered in parts, with tracking, and every repeat changes nothing", async () => {
      const { part } = await suite.desk.buy([0, 1], { quantity: 3 })
      const id = await part(0)
      const [line] = (await read(0, id)).lines
      const ask = (quantity: number, over: object = {}) =>
        act(0, id, "fulfilments", { items: [{ line_id: line!.id, quantity }], ...over })

      expect(refusal(await ask(4))).toEqual([400, "vendor_order_quantity_refused"])
      for (const body of [
        { items: [] },
        { items: [{ line_id: line!.id, quantity: 0 }] },
        { items: [{ line_id: line!.id, quantity: 1.5 }] },
        { items: [1, 2].map(() => ({ line_id: line!.id, quantity: 1 })) },
        { items: [{ line_id: line!.id, quantity: 1 }], location_id: "sloc_1" },
        {
          items: [{ line_id: line!.id, quantity: 1 }],
          tracking: [{ number: "1", url: "javascript:alert(1)" }],
        },
      ]) {
        expect(refusal(await act(0, id, "fulfilments", body))[0]).toBe(400)
      }
      const packed = await ask(2, { tracking: [{ number: "A1", carrier: "<b>GIG</b>" }] })
      expect([packed.status, packed.body.order.status]).toEqual([201, "confirmed"])
      expect(await suite.desk.stock(0)).toEqual({ stocked: 98, reserved: 1 })
      expect(refusal(await ask(2))).toEqual([400, "vendor_order_quantity_refused"])
      expect(refusal(await cancel(0, id))).toEqual([400, "vendor_order_transition_refused"])

      const undo = `fulfilments/${packed.body.fulfilment_id}/cancel`
      expect([(await act(0, id, undo)).status, (await act(0, id, undo)).status]).toEqual([200, 200])
      expect(await suite.desk.stock(0)).toEqual({ stocked: 100, reserved: 3 })
      const again = await ask(2, { tracking: [{ number: "A1", carrier: "<b>GIG</b>" }] })
      const fulfilment = `fulfilments/${again.body.fulfilment_id}`
      const url = "https://track.example.com/A2"
      await act(0, id, `${fulfilment}/ship`, { tracking: [{ number: "A2", url }] })
      const shipped = (await act(0, id, `${fulfilment}/ship`)).body.order
      expect([shipped.status, shipped.lines[0]!.shipped_quantity]).toEqual(["confirmed", 2])
      expect(shipped.fulfilments.find(({ id: one }) => fulfilment.endsWith(one))).toMatchObject({
        status: "shipped",
        tracking: [
          { number: "A1", url: null, carrier: "GIG" },
          { number: "A2", url, carrier: null },
        ],
      })
      expect(refusal(await act(0, id, `${fulfilment}/cancel`))).toEqual([
        400,
        "vendor_order_transition_refused",
      ])

      const rest = await ask(1, { is_shipped: true })
      expect(rest.body.order.status).toBe("shipped")
      expect(refusal(await act(0, id, "confirm"))).toEqual([400, "vendor_order_transition_refused"])
      expect((await act(0, id, `${fulfilment}/deliver`)).body.order.status).toBe("shipped")
      const last = `fulfilments/${rest.body.fulfilment_id}/deliver`
      await act(0, id, last)
      const done = (await act(0, id, last)).body.order
      expect([done.status, done.lines[0]!.delivered_quantity]).toEqual(["delivered", 3])
      expect(done.history.map(({ to_status }) => to_status)).toEqual([
        "pending",
        "confirmed",
        "shipped",
        "delivered",
      ])
      expect(new Set(done.history.slice(1).map(({ actor }) => actor)).size).toBe(1)
      expect((await read(1, await part(1))).status).toBe("pending")
      expect(await suite.desk.stock(0)).toEqual({ stocked: 97, reserved: 0 })
    })

    it("follows what staff do on core's own routes, and is off when the whole order is", async () => {
      const { order_id, part } = await suite.desk.buy([0, 1])
      const id = await part(0)
      const [line] = await suite.desk.service.linesOfVendor(suite.market.vendors[0]!.id, [id])
      const packed = await suite.admin<{ order: { fulfillments?: { id: string }[] } }>(
        "POST",
        `/admin/orders/${order_id}/fulfillments?fields=*fulfillments`,
        { items: [{ id: line!.source_id, quantity: 1 }], shipping_option_id: await suite.desk.optionOf(id) }
      )
      expect([packed.status, packed.body.message]).toEqual([200, undefined])
      await suite.bench.eventually(async () => expect((await read(0, id)).status).toBe("confirmed"))
      const [fulfilment] = (await read(0, id)).fulfilments
      await suite.admin(
        "POST",
        `/admin/orders/${order_id}/fulfillments/${fulfilment!.id}/mark-as-delivered`,
        {}
      )
      await suite.bench.eventually(async () => expect((await read(0, id)).status).toBe("delivered"))

      const off = await suite.desk.buy([0, 1])
      await suite.admin("POST", `/admin/orders/${off.order_id}/cancel`, {})
      const offId = await off.part(1)
      await suite.bench.eventually(async () => expect((await read(1, offId)).status).toBe("canceled"))
      expect(await read(1, offId)).toMatchObject({ is_payable: false, cancellation: null })
      for (const answer of [
        await act(1, offId, "confirm"),
        await pack(1, offId, 1),
        await cancel(1, offId),
      ]) {
        expect(answer.status).toBe(400)
      }
      expect((await read(1, offId)).history.map(({ to_status }) => to_status)).toEqual([
        "pending",
        "canceled",
      ])
    })

    it("that nobody paid is not served; one that is not collected is not canceled by the shop", async () => {
      const { order_id, part } = await suite.desk.buy([0], { provider: "pp_system_default" })
      const id = await part(0)

      expect(await read(0, id)).toMatchObject({ payment_status: "authorized", is_payable: false })
      expect(refusal(await cancel(0, id))).toEqual([400, "vendor_order_cancel_unsupported"])
      const payments = suite.container.resolve(Modules.PAYMENT)
      const [collection] = await payments.listPaymentCollections({})
      await payments.updatePaymentCollections(collection!.id, { status: "canceled" } as object)

      expect((await read(0, id)).payment_status).toBe("unpaid")
      expect(refusal(await act(0, id, "confirm"))).toEqual([400, "vendor_order_not_paid"])
      expect(refusal(await pack(0, id, 1))).toEqual([400, "vendor_order_not_paid"])
      expect((await suite.desk.commercial(order_id)).items).toHaveLength(1)
      expect((await read(0, id)).status).toBe("pending")
    })
  })
}
