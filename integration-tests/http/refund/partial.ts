import { toMajorUnits } from "../../../src/lib/money"
import { finishCancellationsWorkflow } from "../../../src/workflows/vendor-order/workflows/finish-cancellations"
import type { BeginWith } from "../../helpers/server-tests"
import type { RefundSuite } from "./suite"

type RefundAnswer = {
  refund: { id: string; status: string; amount: string; fee_borne_by: string; lines: { quantity: number }[] }
  code?: string
  message?: string
}

/** What can still be named, as shops and staff both see it. */
type Named = { lines: { refundable_quantity: number }[]; is_delivery_refundable: boolean }

type ShownOrder = {
  order: Named & {
    refundable_amount: string
    refunds: { status: string; amount: string; reason: string }[]
  }
}

const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]
let keys = 0

function key(): string {
  keys += 1

  return `refund-test-${keys}`
}

export function describePartialRefunds(suite: RefundSuite, beginWithPaid: BeginWith): void {
  describe("A refund of a part of a shop's order", () => {
    const sold = beginWithPaid(async () => {
      const { order_id, session, part } = await suite.desk.buy([0, 1], { quantity: 3 })
      const id = await part(0)
      const owner = await suite.ownerOf(0)
      const lines = await suite.desk.service.listVendorOrderLines({ vendor_order_id: id })
      const row = (await suite.desk.rows(order_id)).find((candidate) => candidate.id === id)!
      const refund = (body: object) =>
        owner<RefundAnswer>("POST", `/vendor/orders/${id}/refund`, { reason: "goodwill", ...body })
      const shown = async () => (await owner<ShownOrder>("GET", `/vendor/orders/${id}`)).body.order

      return {
        owner,
        shown,
        order_id,
        session,
        id,
        row,
        item: lines.find(({ kind }) => kind === "item")!,
        delivery: lines.find(({ kind }) => kind === "shipping")!,
        refund,
      }
    })

    const finish = () =>
      finishCancellationsWorkflow(suite.container).run({
        input: { limit: 10, min_age_seconds: 0, retry_seconds: 0 },
      })

    const booked = (id: string) => suite.desk.service.listVendorOrderRefunds({ vendor_order_id: id })

    it("by pieces, delivery and amount adds up to the whole share, to the kobo, and no other shop's moves", async () => {
      const { id, row, item, delivery, refund, session, shown } = sold()
      const [mine, other] = suite.market.vendors
      const theirs = await suite.bench.books.balance("vendor_pending", other!.id)
      const commission = await suite.bench.books.balance("commission")
      expect(await shown()).toMatchObject({
        lines: [{ refundable_quantity: 3 }],
        is_delivery_refundable: true,
      })

      const two = await refund({ items: [{ line_id: item.id, quantity: 2 }], idempotency_key: key() })
      const delivered = await refund({ shipping: true, idempotency_key: key() })
      expect([two.status, two.body.refund.status, delivered.body.refund.status]).toEqual([
        200,
        "made",
        "made",
      ])
      const twoThirds = (BigInt(item.total_minor) * 2n) / 3n
      expect((await booked(id)).map(({ amount_minor }) => amount_minor)).toEqual(
        [twoThirds, BigInt(delivery.total_minor)].map(String)
      )
      expect((await booked(id))[0]!.commission_minor).toBe(String((BigInt(item.commission_minor) * 2n) / 3n))
      expect(refusal(await refund({ shipping: true, idempotency_key: key() }))).toEqual([
        400,
        "refund_refused",
      ])
      expect(
        refusal(await refund({ items: [{ line_id: item.id, quantity: 2 }], idempotency_key: key() }))
      ).toEqual([400, "vendor_order_quantity_refused"])
      const left = BigInt(row.charged_minor) - twoThirds - BigInt(delivery.total_minor)
      const named = { lines: [{ refundable_quantity: 1 }], is_delivery_refundable: false }
      const forStaff = await suite.admin<{ vendor_order: Named }>("GET", `/admin/vendor-orders/${id}`)
      expect(forStaff.body.vendor_order).toMatchObject(named)
      expect(await shown()).toMatchObject({
        ...named,
        refundable_amount: toMajorUnits(left, "ngn"),
        refunds: [
          { status: "made", amount: two.body.refund.amount, reason: "goodwill" },
          { status: "made", amount: delivered.body.refund.amount, reason: "goodwill" },
        ],
      })
      const tooMuch = { amount: String(Number(left + 1n) / 100), idempotency_key: key() }
      expect(refusal(await refund(tooMuch))).toEqual([400, "refund_refused"])
      const rest = await refund({ amount: String(Number(left) / 100), idempotency_key: key() })

      expect(rest.body.refund.status).toBe("made")
      expect(await shown()).toMatchObject({ refundable_amount: "0", refunds: { length: 3 } })
      const neighbour = await suite.ownerOf(1)
      const { orders } = (await neighbour<{ orders: { id: string }[] }>("GET", "/vendor/orders")).body
      const theirOrder = await neighbour<ShownOrder>("GET", `/vendor/orders/${orders[0]!.id}`)
      expect(theirOrder.body.order.refunds).toEqual([])
      expect(suite.bench.refundsOf(session).reduce((sum, amount) => sum + amount, 0)).toBe(
        Number(row.charged_minor)
      )
      expect(await suite.bench.books.balance("vendor_pending", mine!.id)).toBe(0n)
      expect(await suite.bench.books.balance("vendor_pending", other!.id)).toBe(theirs)
      expect((await suite.bench.books.balance("commission")) - commission).toBe(BigInt(row.commission_minor))
      // Goodwill is nobody's fault: the platform bears the gateway's fee.
      expect(await suite.bench.books.balance("vendor_available", mine!.id)).toBe(0n)
    })

    it("ends an order whose rest is not sent any more, or was lost on its way", async () => {
      const { id, item, refund, owner } = sold()
      const path = `/vendor/orders/${id}`
      const pack = async (quantity: number) => {
        const items = [{ line_id: item.id, quantity }]
        const { body } = await owner<{ fulfilment_id: string }>("POST", `${path}/fulfilments`, {
          items,
          is_shipped: true,
        })
        return body.fulfilment_id
      }
      const statusOf = async () => (await owner<{ order: { status: string } }>("GET", path)).body.order.status
      const pieces = { items: [{ line_id: item.id, quantity: 1 }] }
      const arrived = await pack(1)
      await owner("POST", `${path}/fulfilments/${arrived}/deliver`, {})
      await pack(1)
      expect(await statusOf()).toBe("confirmed")

      expect((await refund({ ...pieces, idempotency_key: key() })).status).toBe(200)
      expect(await statusOf()).toBe("shipped")
      await refund({ ...pieces, reason: "not_received", idempotency_key: key() })
      expect(await statusOf()).toBe("delivered")
    })

    it("is made once for a key, also by calls at the same time, and the key is for one refund alone", async () => {
      const { refund, session } = sold()
      const body = { amount: "1000", idempotency_key: key() }

      const answers = await Promise.all([refund(body), refund(body), refund(body)])
      const again = await refund(body)

      expect(new Set([...answers, again].map((answer) => answer.body.refund.id)).size).toBe(1)
      expect(suite.bench.refundsOf(session)).toEqual([100000])
      expect(refusal(await refund({ ...body, amount: "1001" }))).toEqual([400, "refund_key_reused"])
      // Else a shop could take the key under which a case or a return will be paid back, and it never would be.
      for (const taken of ["dispute:disp_1", "return:return_1"]) {
        expect((await refund({ ...body, idempotency_key: taken })).status).toBe(400)
      }
      for (const wrong of [{ amount: "0.001" }, { amount: "1", shipping: true }, {}, { amount: "-5" }]) {
        expect((await refund({ ...wrong, idempotency_key: key() })).status).toBe(400)
      }
    })

    it("whose outcome is not known holds every other refund of the order up, and is made once", async () => {
      const { refund, session, order_id, id } = sold()
      suite.tested.control.fault({ on: suite.tested.calls.refund, kind: "5xx_after_commit" })

      const first = await refund({ amount: "500", idempotency_key: key() })
      expect(first.body.refund.status).toBe("pending")
      expect(refusal(await refund({ amount: "20", idempotency_key: key() }))).toEqual([
        400,
        "refund_under_way",
      ])
      const { payment_collections } = await suite
        .admin<{
          order: { payment_collections: { payments: { id: string }[] }[] }
        }>("GET", `/admin/orders/${order_id}?fields=payment_collections.payments.id`)
        .then(({ body }) => body.order)
      const payment = payment_collections[0]!.payments[0]!.id
      const byStaff = await suite.admin("POST", `/admin/payments/${payment}/refund`, { amount: 5 })
      expect(refusal(byStaff as never)).toEqual([400, "refund_under_way"])
      await suite.bench.reconcile()
      await finish()

      expect(suite.bench.refundsOf(session)).toEqual([50000])
      expect((await booked(id)).map(({ amount_minor }) => amount_minor)).toEqual(["50000"])
      expect((await refund({ amount: "20", idempotency_key: key() })).body.refund.status).toBe("made")
    })

    it("by staff for a fault of the shop's charges the fee that the gateway keeps to it", async () => {
      const { id, session, item, row } = sold()
      const ask = (body: object) =>
        suite.admin<RefundAnswer>("POST", `/admin/vendor-orders/${id}/refund`, {
          reason: "damaged",
          items: [{ line_id: item.id, quantity: 3 }],
          idempotency_key: key(),
          ...body,
        })
      expect((await ask({})).status).toBe(400)

      const { status, body } = await ask({ note: "The buyer has sent pictures." })

      expect([status, body.refund?.fee_borne_by]).toEqual([200, "vendor"])
      const paid = BigInt(suite.bench.paidAt(session))
      const fee = (suite.bench.feeOf(session) * BigInt(item.total_minor)) / paid
      expect(fee).toBeGreaterThan(0n)
      expect(await suite.bench.books.balance("vendor_available", row.vendor_id)).toBe(fee)
      expect(await suite.bench.books.balance("gateway_fees")).toBe(suite.bench.feeOf(session) - fee)
    })
  })
}
