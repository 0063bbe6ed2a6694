import type { OrderAnswer } from "../../helpers/order-desk"
import type { PayoutSuite } from "./suite"

const PROVEN = { delivered_orders: 1, verified_days: 0, refund_bps: 0, dispute_bps: 0 }

export function describeShipped(suite: PayoutSuite): void {
  const { balance, release, sql } = suite

  describe("What a proven shop has sent", () => {
    afterEach(() => suite.configure({ payout_release_after_shipping_days: null }))

    it("is released some days later, if a carrier can be asked and nobody has said a word", async () => {
      const delivered = await suite.desk.buy([0])
      const { id: known } = await suite.deliver(0, delivered, 1)
      const order = await suite.desk.buy([0, 1])
      const send = async (shop: number, tracking: object[]) => {
        const id = await order.part(shop)
        const { body } = await suite.shops[shop]!<OrderAnswer>("GET", `/vendor/orders/${id}`)
        const items = body.order.lines.map((line) => ({ line_id: line.id, quantity: line.quantity }))
        const sent = await suite.shops[shop]!<OrderAnswer>("POST", `/vendor/orders/${id}/fulfilments`, {
          items,
          tracking,
          is_shipped: true,
        })
        expect(sent.body.order.status).toBe("shipped")
        await sql(
          `update vendor_order_transition set created_at = now() - interval '10 days'
           where vendor_order_id = ? and to_status = 'shipped'`,
          [id]
        )

        return { id, net: sent.body.order.net_total }
      }
      const { id, net } = await send(0, [{ number: "GIG-1" }])
      await send(1, [])
      const released = async () => {
        const { orders, failed } = await release()
        return [orders, failed]
      }

      await suite.configure({ payout_proven: PROVEN })
      expect(await released()).toEqual([0, 0])
      await suite.configure({ payout_release_after_shipping_days: 11 })
      expect(await released()).toEqual([0, 0])
      await suite.configure({
        payout_release_after_shipping_days: 9,
        payout_proven: { ...PROVEN, delivered_orders: 2 },
      })
      expect(await released()).toEqual([0, 0])

      await suite.configure({ payout_proven: PROVEN })
      await sql(`update fulfillment_label set tracking_number = ''`)
      expect(await released()).toEqual([0, 0])
      await sql(`update fulfillment_label set tracking_number = 'GIG-1'`)
      await sql(
        `insert into vendor_order_return (return_id, vendor_order_id, order_id, vendor_id, state, reason_code, photos, items, moved_at)
         select 'return_x', id, order_id, vendor_id, 'approved', 'other', '[]', '[]', now() from vendor_order where id = ?`,
        [id]
      )
      expect(await released()).toEqual([0, 0])
      await sql(`update vendor_order_return set state = 'rejected'`)
      await sql(
        `insert into dispute (id, kind, state, order_id, currency_code, claimed_minor, reason, opened_by, due_at, act_at)
         select 'disp_x', 'buyer', 'open', order_id, 'ngn', 1, 'x', 'x', now(), now() + interval '1 day' from vendor_order where id = ?`,
        [id]
      )
      expect(await released()).toEqual([0, 0])
      await sql(`update dispute set state = 'withdrawn'`)
      // What lies longer back than half a year proves nothing.
      await sql(`update vendor_order set placed_at = now() - interval '200 days' where id = ?`, [known])
      expect(await released()).toEqual([0, 0])
      await sql(`update vendor_order set placed_at = now() where id = ?`, [known])

      expect(await released()).toEqual([1, 0])
      expect(await balance(0)).toMatchObject({ available: net })
      expect(await balance(1)).toMatchObject({ available: "0" })
      expect(await released()).toEqual([0, 0])
      await suite.bench.books.kinds()
    })
  })
}
