import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { PaystackSandbox } from "../../sandbox"
import { VENDOR_ORDER_MODULE } from "../../src/modules/vendor-order"
import type VendorOrderModuleService from "../../src/modules/vendor-order/service"
import { changeVendorStatusWorkflow } from "../../src/workflows/vendor/workflows/change-vendor-status"
import { partitionOrderWorkflow } from "../../src/workflows/vendor-order/workflows/partition-order"
import { CheckoutBench, PAYSTACK } from "../helpers/checkout-bench"
import { type Admin, createAdmin, signInAdmin } from "../helpers/create-admin"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { configurePaystack } from "../helpers/paystack"
import { type SessionBody, Shopper } from "../helpers/shopper"

const paystack = configurePaystack()

// A plugin on Merkato's own hook, which a test can make fail: the last thing that happens after the payment.
const plugin = { fails: false }
partitionOrderWorkflow.hooks.orderPartitioned(async () => {
  if (plugin.fails) {
    throw new Error("The plugin is broken.")
  }
  return new StepResponse(null)
})

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let market: Marketplace
    let shopper: Shopper
    let sandbox: PaystackSandbox
    let container: MedusaContainer
    let bench: CheckoutBench
    let admin: Admin

    beforeAll(async () => {
      container = getContainer()
      sandbox = await paystack.start()
      market = await createMarketplace(container, {
        vendors: 2,
        stock: 10,
        payment_providers: [PAYSTACK, "pp_system_default"],
      })
      await createAdmin(container)
      admin = await signInAdmin(api.defaults.baseURL)
      shopper = new Shopper(api.defaults.baseURL, market.publishable_key)
      bench = new CheckoutBench({ container, market, shopper, sandbox })
    })
    afterAll(() => sandbox.stop())
    afterEach(() => {
      plugin.fails = false
      sandbox.control.setWebhookUrl(null)
      sandbox.control.reset()
    })

    async function expectGivenBackOnce(session: SessionBody) {
      await bench.reconcile()
      await bench.reconcile()
      expect(bench.refundsOf(session)).toEqual([bench.paidAt(session)])
    }

    /** The attempts at refunding, moved so far into the past that the gateway would have listed them by now. */
    async function letTimePass() {
      const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await knex.raw(`update gateway_refund set posted_at = posted_at - interval '1 hour'`)
    }

    describe("Money that cannot become an order", () => {
      it("goes back once when the buyer paid in two tabs; the cart becomes one order", async () => {
        bench.tellServer()
        const cartId = await bench.readyCart()
        const first = await bench.startPaystack(cartId)
        const second = await bench.startPaystack(cartId)

        await Promise.all([bench.press(first), bench.press(second)])
        const { body } = await bench.complete(cartId)
        await bench.eventually(async () => expect(await bench.outcomes()).toHaveLength(3))

        await expectGivenBackOnce(first)
        expect(bench.refundsOf(second)).toEqual([])
        expect(await bench.orderIds()).toEqual([body.order?.id])
        expect(await bench.books.kinds()).toEqual(["receipt", "receipt", "refund", "sale"])
        expect(await bench.books.balance("unallocated")).toBe(0n)
      })

      it("goes back when the cart changed after the link was opened; the new total is paid anew", async () => {
        const cartId = await bench.readyCart()
        const old = await bench.startPaystack(cartId)
        await shopper.addItem(cartId, market.vendors[0]!.products[0]!.variant_id)
        await bench.press(old)

        const refused = await bench.complete(cartId)
        await bench.reconcile()

        expect([refused.status, refused.body.code]).toEqual([400, "payment_session_missing"])
        expect(await bench.orderIds()).toEqual([])
        expect(await bench.books.kinds()).toEqual(["receipt", "refund"])
        const session = await bench.startPaystack(cartId)
        await bench.press(session)
        const { body } = await bench.complete(cartId)
        expect(bench.paidAt(session)).toBeGreaterThan(bench.paidAt(old))
        expect(bench.paidAt(session)).toBe(Math.round(body.order!.total * 100))
        await expectGivenBackOnce(old)
        expect(bench.refundsOf(session)).toEqual([])
      })

      it.each([
        ["amount", { kind: "wrong_amount", amount: 100 }, "ngn"],
        ["currency", { kind: "wrong_currency", currency: "GHS" }, "ghs"],
      ] as const)(
        "goes back when another %s was paid; the cart does not complete",
        async (_, fault, paidIn) => {
          const cartId = await bench.readyCart()
          const session = await bench.startPaystack(cartId)
          sandbox.control.fault({ on: "pay", ...fault })
          await bench.press(session)

          const { status, body } = await bench.complete(cartId)
          expect([status, body.type, body.error?.code]).toEqual([200, "cart", "payment_mismatch"])
          await expectGivenBackOnce(session)

          expect(await bench.orderIds()).toEqual([])
          expect(await bench.books.kinds()).toEqual(["receipt", "refund"])
          expect(await bench.books.balance("unallocated", undefined, paidIn)).toBe(0n)
          expect((await bench.complete(cartId)).body.error?.code).toBe("payment_mismatch")
          const again = await bench.startPaystack(cartId)
          await bench.press(again)
          expect((await bench.complete(cartId)).body.type).toBe("order")
        }
      )
    })

    describe("A completion that fails after the payment", () => {
      it("of an item that was sold elsewhere: the buyer is refunded once, and can pay again", async () => {
        const { cart_id, session } = await bench.paidCart()
        const inventory = container.resolve(Modules.INVENTORY)
        const levels = await inventory.listInventoryLevels({})
        const setStock = (stocked_quantity: number) =>
          inventory.updateInventoryLevels(
            levels.map(({ inventory_item_id, location_id }) => ({
              inventory_item_id,
              location_id,
              stocked_quantity,
            }))
          )
        await setStock(0)

        const { status, body } = await bench.complete(cart_id)
        await expectGivenBackOnce(session)

        expect([status, body.code]).toEqual([400, "insufficient_inventory"])
        expect(await bench.orderIds()).toEqual([])
        expect(await bench.books.kinds()).toEqual(["receipt", "refund"])
        expect(await bench.books.balance("unallocated")).toBe(0n)
        await setStock(10)
        expect((await bench.complete(cart_id)).body.error?.code).toBe("payment_not_paid")
        await expectPaidAnew(cart_id, session)
      })

      it("of a plugin that breaks: core cancels and refunds, the buyer gets the money back once", async () => {
        const { cart_id, session } = await bench.paidCart()
        plugin.fails = true

        const { status, body } = await bench.complete(cart_id)
        plugin.fails = false

        expect([status, body.order]).toEqual([500, undefined])
        await expectGivenBackOnce(session)
        expect(await bench.orderIds()).toEqual([])
        expect(await bench.books.balance("unallocated")).toBe(0n)
        expect(await bench.books.balance("vendor_pending")).toBe(0n)
        await expectPaidAnew(cart_id, session)
      })

      it("without a gateway to refund at: the refund is made as soon as there is one, once", async () => {
        const { cart_id, session } = await bench.paidCart()
        plugin.fails = true
        sandbox.control.fault({ on: "POST /refund", kind: "5xx_before_commit" })
        sandbox.control.fault({ on: "POST /transaction/initialize", kind: "5xx_before_commit", times: 3 })
        await bench.complete(cart_id)
        plugin.fails = false
        sandbox.control.clearFaults()
        expect(bench.refundsOf(session)).toEqual([])
        expect((await bench.complete(cart_id)).body.type).not.toBe("order")

        await bench.reconcile()
        await letTimePass()
        await bench.reconcile()

        await expectGivenBackOnce(session)
        expect(await bench.orderIds()).toEqual([])
        expect(await bench.books.balance("unallocated")).toBe(0n)
        await expectPaidAnew(cart_id, session)
      })

      async function expectPaidAnew(cartId: string, old: SessionBody) {
        const session = await bench.startPaystack(cartId)
        expect(session.data.reference).not.toBe(old.data.reference)
        await bench.press(session)
        const { body } = await bench.complete(cartId)
        expect([body.type, body.error]).toEqual(["order", undefined])
        await bench.reconcile()
        expect(bench.refundsOf(session)).toEqual([])
        expect(bench.refundsOf(old)).toHaveLength(1)
        expect(await bench.orderIds()).toEqual([body.order?.id])
        expect(await bench.books.balance("unallocated")).toBe(0n)
        await bench.books.kinds()
      }
    })

    describe("A refund of money that became no order", () => {
      it.each([
        ["before it was made", "5xx_before_commit"],
        ["after it was made", "5xx_after_commit"],
      ] as const)("is made once when the gateway breaks %s", async (_, kind) => {
        const cartId = await bench.readyCart()
        const old = await bench.startPaystack(cartId)
        await bench.startPaystack(cartId)
        await bench.press(old)
        sandbox.control.fault({ on: "POST /refund", kind })

        await bench.reconcile()
        await bench.reconcile()
        await letTimePass()

        await expectGivenBackOnce(old)
        expect(await bench.books.kinds()).toEqual(["receipt", "refund"])
        expect(await bench.books.balance("unallocated")).toBe(0n)
      })
    })

    it("tells staff of money that the gateway will not give back, once", async () => {
      const cartId = await bench.readyCart()
      const old = await bench.startPaystack(cartId)
      await bench.startPaystack(cartId)
      await bench.press(old)
      // Somebody was quicker, in the gateway's own dashboard.
      await fetch(`${sandbox.url}/refund`, {
        method: "POST",
        headers: { authorization: `Bearer ${sandbox.secret_key}` },
        body: JSON.stringify({ transaction: old.data.reference }),
      })

      await bench.reconcile()
      await bench.reconcile()

      expect(await bench.notices()).toEqual(["A payment could not be refunded"])
      expect(bench.refundsOf(old)).toEqual([bench.paidAt(old)])
      expect(await bench.books.balance("unallocated")).toBe(BigInt(-bench.paidAt(old)))
    })

    describe("A refund made by staff", () => {
      type PaymentBody = { payment: { id: string; refunds: { id: string; raw_amount: { value: string } }[] } }

      async function paidOrder() {
        const order = await bench.placedOrder()
        const [payment] = await container.resolve(Modules.PAYMENT).listPayments({})
        const refund = (body: object) =>
          admin<PaymentBody>("POST", `/admin/payments/${payment!.id}/refund`, body)

        return { ...order, refund, charged: bench.paidAt(order.session) }
      }

      const refundEntries = async () => (await bench.books.kinds()).filter((kind) => kind === "refund").length

      const sharesOf = async (name: "total_minor" | "commission_minor", orderId: string) => {
        const vendorOrders = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
        const rows = await vendorOrders.listVendorOrders({ order_id: orderId })
        return rows.reduce((sum, row) => sum + BigInt(row[name]), 0n)
      }

      it("in parts gives everything back to the last kobo, commission included", async () => {
        const { refund, session, order_id, charged } = await paidOrder()
        const commission = await sharesOf("commission_minor", order_id)
        expect(await bench.books.balance("commission")).toBe(-commission)
        expect(commission).toBeGreaterThan(0n)

        expect((await refund({ amount: 1000.01 })).status).toBe(200)
        await bench.eventually(async () => expect(await refundEntries()).toBe(1))
        const left = charged - 100001
        const owed = (await bench.books.balance("vendor_pending")) + (await bench.books.balance("commission"))
        expect(owed).toBe(BigInt(-left))
        expect((await refund({ amount: 333.33 })).status).toBe(200)
        await bench.eventually(async () => expect(await refundEntries()).toBe(2))
        expect((await refund({ amount: (left - 33333) / 100 })).status).toBe(200)
        await bench.eventually(async () => expect(await refundEntries()).toBe(3))

        expect(bench.refundsOf(session)).toEqual([100001, 33333, left - 33333])
        for (const account of ["vendor_pending", "commission", "unallocated"] as const) {
          expect([account, await bench.books.balance(account)]).toEqual([account, 0n])
        }
        const fee = BigInt(sandbox.control.transactions()[0]!.fees!)
        expect(await bench.books.balance("gateway_clearing")).toBe(-fee)
      })

      it("of everything takes each shop's share and the commission back", async () => {
        const { refund, session, charged } = await paidOrder()

        expect((await refund({})).status).toBe(200)
        await bench.eventually(async () => expect(await refundEntries()).toBe(1))

        expect(bench.refundsOf(session)).toEqual([charged])
        for (const vendor of market.vendors) {
          expect(await bench.books.balance("vendor_pending", vendor.id)).toBe(0n)
        }
        expect(await bench.books.balance("commission")).toBe(0n)
      })

      it("falls on the shops in proportion to what each sold", async () => {
        const { refund, order_id } = await paidOrder()
        const vendorOrders = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
        const rows = await vendorOrders.listVendorOrders({ order_id })

        await refund({ amount: 1000 })
        await bench.eventually(async () => expect(await refundEntries()).toBe(1))

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
        const { refund, session, charged } = await paidOrder()
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
        expect(bench.refundsOf(session)).toEqual([100000])
        await bench.eventually(async () => expect(await refundEntries()).toBe(1))
      })

      it("works for the order of a shop that was suspended since", async () => {
        const { refund, session, charged } = await paidOrder()
        await changeVendorStatusWorkflow(container).run({
          input: { vendor_id: market.vendors[0]!.id, to: "suspended", actor: "test", reason: "counterfeits" },
        })

        expect((await refund({})).status).toBe(200)

        expect(bench.refundsOf(session)).toEqual([charged])
        await bench.eventually(async () => expect(await refundEntries()).toBe(1))
      })

      it("that the gateway made, but did not confirm, is found and not made again", async () => {
        const { refund, session } = await paidOrder()
        sandbox.control.fault({ on: "POST /refund", kind: "5xx_after_commit" })

        const { status, body } = await refund({ amount: 500 })
        expect([status, body.code]).toEqual([422, "payment_gateway_unreachable"])
        await bench.reconcile()

        expect(bench.refundsOf(session)).toEqual([50000])
        expect(await refundEntries()).toBe(1)
        const again = await refund({ amount: 500 })
        await bench.reconcile()
        expect(again.status).toBe(200)
        expect(bench.refundsOf(session)).toEqual([50000])
        await bench.eventually(async () => expect(await refundEntries()).toBe(1))
      })

      it("that the gateway did not make can be made by trying again", async () => {
        const { refund, session } = await paidOrder()
        sandbox.control.fault({ on: "POST /refund", kind: "429" })

        const first = await refund({ amount: 500 })
        const second = await refund({ amount: 500 })

        expect([first.status, first.body.code, second.status]).toEqual([
          422,
          "payment_gateway_unreachable",
          200,
        ])
        expect(bench.refundsOf(session)).toEqual([50000])
        await bench.eventually(async () => expect(await refundEntries()).toBe(1))
      })

      it("is posted when the event comes before the server knows, and once when it comes again", async () => {
        bench.tellServer()
        const { refund, session } = await paidOrder()

        await refund({ amount: 500 })
        await bench.eventually(async () =>
          expect(await bench.outcomes()).toContain("refund.processed refunds_followed")
        )
        sandbox.control.redeliver(session.data.reference)
        await bench.reconcile()

        expect(await refundEntries()).toBe(1)
        expect(bench.refundsOf(session)).toEqual([50000])
      })

      it("that the gateway could not make after all is owed again, in the books and by each shop, and staff are told", async () => {
        const { refund } = await paidOrder()
        const before = await standing()
        sandbox.control.fault({ on: "refund", kind: "fails" })

        await refund({ amount: 1234.56 })
        await bench.eventually(async () => expect(await refundEntries()).toBe(1))
        expect(await standing()).not.toEqual(before)
        await bench.eventually(async () => {
          await bench.reconcile()
          expect(await standing()).toEqual(before)
        })
        await bench.reconcile()

        expect(await bench.books.kinds()).toEqual(["receipt", "refund", "reversal", "sale"])
        expect(await bench.notices()).toEqual(["A refund failed at the gateway"])
      })

      it("is posted by reconciliation when the event that should have posted it was lost", async () => {
        const { refund } = await paidOrder()
        const before = await standing()
        const locking = container.resolve(Modules.LOCKING)
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
          await bench.eventually(() => expect(lost).toBeGreaterThan(0))
        } finally {
          locking.execute = execute
        }
        expect(await standing()).toEqual(before)
        await bench.reconcile()

        expect(await refundEntries()).toBe(1)
      })

      const standing = async () => {
        const accounts = ["vendor_pending", "commission", "unallocated", "gateway_clearing"] as const
        return Promise.all(accounts.map((account) => bench.books.balance(account)))
      }
    })
  },
})
