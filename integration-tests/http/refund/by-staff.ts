import { Modules } from "@medusajs/framework/utils"
import { VENDOR_ORDER_MODULE } from "../../../src/modules/vendor-order"
import type VendorOrderModuleService from "../../../src/modules/vendor-order/service"
import { changeVendorStatusWorkflow } from "../../../src/workflows/vendor/workflows/change-vendor-status"
import type { BeginWith } from "../../helpers/server-tests"
import type { RefundSuite } from "./suite"

export function describeRefundsByStaff(suite: RefundSuite, beginWithPaid: BeginWith): void {
  describe("A refund made by staff", () => {
    type PaymentBody = { payment: { id: string; refunds: { id: string; raw_amount: { value: string } }[] } }

    const paidOrder = beginWithPaid(async () => {
      const order = await suite.bench.placedOrder()
      const [payment] = await suite.container.resolve(Modules.PAYMENT).listPayments({})
      const refund = (body: object) =>
        suite.admin<PaymentBody>("POST", `/admin/payments/${payment!.id}/refund`, body)

      return { ...order, refund, charged: suite.bench.paidAt(order.session) }
    })

    const refundEntries = async () =>
      (await suite.bench.books.kinds()).filter((kind) => kind === "refund").length

    const sharesOf = async (name: "total_minor" | "commission_minor", orderId: string) => {
      const vendorOrders = suite.container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
      const rows = await vendorOrders.listVendorOrders({ order_id: orderId })
      return rows.reduce((sum, row) => sum + BigInt(row[name]), 0n)
    }

    it("in parts gives everything back to the last kobo, commission included", async () => {
      const { refund, session, order_id, charged } = paidOrder()
      const commission = await sharesOf("commission_minor", order_id)
      expect(await suite.bench.books.balance("commission")).toBe(-commission)
      expect(commission).toBeGreaterThan(0n)

      expect((await refund({ amount: 1000.01 })).status).toBe(200)
      await suite.bench.eventually(async () => expect(await refundEntries()).toBe(1))
      const left = charged - 100001
      const owed =
        (await suite.bench.books.balance("vendor_pending")) + (await suite.bench.books.balance("commission"))
      expect(owed).toBe(BigInt(-left))
      expect((await refund({ amount: 333.33 })).status).toBe(200)
      await suite.bench.eventually(async () => expect(await refundEntries()).toBe(2))
      expect((await refund({ amount: (left - 33333) / 100 })).status).toBe(200)
      await suite.bench.eventually(async () => expect(await refundEntries()).toBe(3))

      expect(suite.bench.refundsOf(session)).toEqual([100001, 33333, left - 33333])
      for (const account of ["vendor_pending", "commission", "unallocated"] as const) {
        expect([account, await suite.bench.books.balance(account)]).toEqual([account, 0n])
      }
      const fee = suite.bench.feeOf(session)
      expect(await suite.bench.books.balance("gateway_clearing")).toBe(-fee)
    })

    it("of everything takes each shop's share and the commission back", async () => {
      const { refund, session, charged } = paidOrder()

      expect((await refund({})).status).toBe(200)
      await suite.bench.eventually(async () => expect(await refundEntries()).toBe(1))

      expect(suite.bench.refundsOf(session)).toEqual([charged])
      for (const vendor of suite.market.vendors) {
        expect(await suite.bench.books.balance("vendor_pending", vendor.id)).toBe(0n)
      }
      expect(await suite.bench.books.balance("commission")).toBe(0n)
    })

    it("falls on the shops in proportion to what each sold", async () => {
      const { refund, order_id } = paidOrder()
      const vendorOrders = suite.container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
      const rows = await vendorOrders.listVendorOrders({ order_id })

      await refund({ amount: 1000 })
      await suite.bench.eventually(async () => expect(await refundEntries()).toBe(1))

      const refunds = await vendorOrders.listVendorOrderRefunds({})
      const total = rows.reduce((sum, row) => sum + Number(row.total_minor), 0)
      expect(refunds.reduce((sum, row) => sum + Number(row.amount_minor), 0)).toBe(100000)
      for (const row of rows) {
        const share = refunds.find(({ vendor_order_id }) => vendor_order_id === row.id)!
        expect(
          Math.abs(Number(share.amount_minor) - (100000 * Number(row.total_minor)) / total)
        ).toBeLessThan(1)
      }
    })

    it("of more than is left is refused, and nothing moves", async () => {
      const { refund, session, charged } = paidOrder()
      await refund({ amount: 1000 })

      const answers = [
        await refund({ amount: charged / 100 }),
        await refund({ amount: charged }),
        await refund({ amount: -5 }),
        await refund({ amount: 0 }),
        await refund({ amount: "much" }),
      ]

      for (const { status, body } of answers) {
        expect([status, body.code]).toEqual([400, expect.stringMatching(/^\w+$/)])
        expect(body.message).toMatch(/\w+ \w+/)
      }
      expect(suite.bench.refundsOf(session)).toEqual([100000])
      await suite.bench.eventually(async () => expect(await refundEntries()).toBe(1))
    })

    it("works for the order of a shop that was suspended since", async () => {
      const { refund, session, charged } = paidOrder()
      await changeVendorStatusWorkflow(suite.container).run({
        input: {
          vendor_id: suite.market.vendors[0]!.id,
          to: "suspended",
          actor: "test",
          reason: "counterfeits",
        },
      })

      expect((await refund({})).status).toBe(200)

      expect(suite.bench.refundsOf(session)).toEqual([charged])
      await suite.bench.eventually(async () => expect(await refundEntries()).toBe(1))
    })

    it("that the gateway made, but did not confirm, is found and not made again", async () => {
      const { refund, session } = paidOrder()
      suite.tested.control.fault({ on: suite.tested.calls.refund, kind: "5xx_after_commit" })

      const { status, body } = await refund({ amount: 500 })
      expect([status, body.code]).toEqual([422, "payment_gateway_unreachable"])
      await suite.bench.reconcile()

      expect(suite.bench.refundsOf(session)).toEqual([50000])
      expect(await refundEntries()).toBe(1)
      const again = await refund({ amount: 500 })
      await suite.bench.reconcile()
      expect(again.status).toBe(200)
      expect(suite.bench.refundsOf(session)).toEqual([50000])
      await suite.bench.eventually(async () => expect(await refundEntries()).toBe(1))
    })

    it("that the gateway did not make can be made by trying again", async () => {
      const { refund, session } = paidOrder()
      suite.tested.control.fault({ on: suite.tested.calls.refund, kind: "429" })

      const first = await refund({ amount: 500 })
      const second = await refund({ amount: 500 })

      expect([first.status, first.body.code, second.status]).toEqual([
        422,
        "payment_gateway_unreachable",
        200,
      ])
      expect(suite.bench.refundsOf(session)).toEqual([50000])
      await suite.bench.eventually(async () => expect(await refundEntries()).toBe(1))
    })

    it("by canceling the order is made before it is off: while the gateway is down, both wait for another try", async () => {
      const { order_id, session, charged } = paidOrder()
      suite.tested.control.fault({ on: suite.tested.calls.refund, kind: "429" })
      const cancel = () =>
        suite.admin<{ order: { status: string } }>("POST", `/admin/orders/${order_id}/cancel`, {})

      const first = await cancel()
      expect([first.status, first.body.code]).toEqual([422, "payment_gateway_unreachable"])
      const { body } = await suite.admin<{ order: { status: string } }>("GET", `/admin/orders/${order_id}`)
      expect([body.order.status, suite.bench.refundsOf(session)]).toEqual(["pending", []])

      expect((await cancel()).body.order.status).toBe("canceled")
      expect(suite.bench.refundsOf(session)).toEqual([charged])
      expect(await refundEntries()).toBe(1)
      for (const account of ["vendor_pending", "commission", "unallocated"] as const) {
        expect([account, await suite.bench.books.balance(account)]).toEqual([account, 0n])
      }
      expect((await cancel()).status).toBe(400)
      expect(suite.bench.refundsOf(session)).toEqual([charged])
    })

    it("is posted when the event comes before the server knows, and once when it comes again", async () => {
      suite.bench.tellServer()
      const { refund, session } = paidOrder()

      await refund({ amount: 500 })
      await suite.bench.eventually(async () =>
        expect(await suite.bench.outcomes()).toContain("refund.processed refunds_followed")
      )
      suite.tested.control.redeliver(session.data.reference)
      await suite.bench.reconcile()

      expect(await refundEntries()).toBe(1)
      expect(suite.bench.refundsOf(session)).toEqual([50000])
    })

    it("that the gateway could not make after all is owed again, in the books and by each shop", async () => {
      const { refund } = paidOrder()
      const before = await standing()
      suite.tested.control.fault({ on: "refund", kind: "fails" })

      await refund({ amount: 1234.56 })
      await suite.bench.eventually(async () => expect(await refundEntries()).toBe(1))
      expect(await standing()).not.toEqual(before)
      await suite.bench.eventually(async () => {
        await suite.bench.reconcile()
        expect(await standing()).toEqual(before)
      })
      await suite.bench.reconcile()

      expect(await suite.bench.books.kinds()).toEqual(["receipt", "refund", "reversal", "sale"])
      // It is tried again before anybody is called.
      expect(await suite.bench.notices()).toEqual([])
    })

    it("is posted by reconciliation when the event that should have posted it was lost", async () => {
      const { refund } = paidOrder()
      const before = await standing()
      const locking = suite.container.resolve(Modules.LOCKING)
      const { execute } = locking
      let lost = 0
      locking.execute = (keys, ...rest) => {
        if (String(keys).startsWith("post-refund:")) {
          lost += 1
          return Promise.reject(new Error("The process ended here."))
        }
        return execute.call(locking, keys, ...rest) as never
      }
      try {
        await refund({ amount: 1000 })
        await suite.bench.eventually(() => expect(lost).toBeGreaterThan(0))
      } finally {
        locking.execute = execute
      }
      expect(await standing()).toEqual(before)
      await suite.bench.reconcile()

      expect(await refundEntries()).toBe(1)
    })

    const standing = async () => {
      const accounts = ["vendor_pending", "commission", "unallocated", "gateway_clearing"] as const
      return Promise.all(accounts.map((account) => suite.bench.books.balance(account)))
    }
  })
}
