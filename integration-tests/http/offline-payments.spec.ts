import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import config from "../../medusa-config"
import { type PaystackSandbox, startPaystackSandbox } from "../../sandbox"
import { PAY_ON_DELIVERY } from "../../src/lib/pay-on-delivery"
import { PAYOUT_MODULE } from "../../src/modules/payout"
import type PayoutModuleService from "../../src/modules/payout/service"
import { VENDOR_ORDER_MODULE } from "../../src/modules/vendor-order"
import type VendorOrderModuleService from "../../src/modules/vendor-order/service"
import { reconcileWorkflow } from "../../src/workflows/payment/workflows/reconcile"
import { findUncollected } from "../../src/workflows/reconciliation/find-uncollected"
import { finishCancellationsWorkflow } from "../../src/workflows/vendor-order/workflows/finish-cancellations"
import { Books } from "../helpers/books"
import { PAYSTACK } from "../helpers/checkout-bench"
import { type Admin, createAdmin, signInAdmin } from "../helpers/create-admin"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { freePort } from "../helpers/free-port"
import { expectNoSecrets } from "../helpers/no-secrets"
import type { OrderAnswer } from "../helpers/order-desk"
import { askedOfOthers } from "../helpers/payment-of-others/service"
import { type Client, createMember, createStaff, signIn } from "../helpers/people"
import { enrolAuthenticator, signInWithFactor } from "../helpers/second-factor"
import { serverTests } from "../helpers/server-tests"
import { Shopper } from "../helpers/shopper"
import { until } from "../helpers/until"
import { ACCOUNT, BANK, type BankWorld, describeBankTransfers } from "./offline-payments/bank-transfers"
import { describeReturnsAtTheDoor } from "./offline-payments/door-returns"
import { describePayOnDelivery } from "./offline-payments/pay-on-delivery"
import { describePrepayments } from "./offline-payments/prepayments"

const OTHERS = "pp_others_others"

const port = freePort()
const secret_key = "sk_test_of_the_marketplace"
const paystack = { id: "paystack", options: { secret_key, base_url: `http://127.0.0.1:${port}` } }

type Providers = { providers: { resolve: string; id: string; options?: object }[] }

const modules = config.modules as unknown as Record<string, { options: Providers }>
const bank = { id: "bank", options: { accounts: { ngn: ACCOUNT }, page_url: "https://shop.example" } }
modules.payment?.options.providers.push(
  { resolve: join(__dirname, "../helpers/payment-of-others"), id: "others" },
  { resolve: "./src/providers/payment-bank", ...bank },
  { resolve: "./src/providers/payment-paystack", ...paystack }
)
modules.gateway?.options.providers.push(
  { resolve: "./src/providers/gateway-bank", ...bank },
  { resolve: "./src/providers/gateway-paystack", ...paystack }
)

jest.setTimeout(120_000)

serverTests({
  testSuite: ({ api, getContainer }) => {
    let market: Marketplace
    let shopper: Shopper
    let admin: Admin
    let shops: Client[]
    let sandbox: PaystackSandbox
    let staff: Pick<BankWorld, "finance" | "second" | "tired" | "support">

    beforeAll(async () => {
      sandbox = await startPaystackSandbox({ secret_key, port })
      market = await createMarketplace(getContainer(), {
        vendors: 2,
        payment_providers: [OTHERS, BANK, PAY_ON_DELIVERY, PAYSTACK],
      })
      shopper = new Shopper(api.defaults.baseURL, market.publishable_key)
      await createAdmin(getContainer())
      admin = await signInAdmin(api.defaults.baseURL)
      staff = await signInStaff(getContainer(), api.defaults.baseURL)
      shops = []
      for (const { id } of market.vendors) {
        const owner = await createMember(getContainer(), id, "owner")
        shops.push(await signIn(api.defaults.baseURL, "user", owner.email))
      }
    })

    afterAll(() => sandbox.stop())

    expectNoSecrets(getContainer)

    describe("Any payment provider of Medusa's", () => {
      it("collects: from cart to vendor orders with balanced books, and gives back", async () => {
        const order_id = await buy()
        const books = new Books(getContainer())
        const parts = await partsOf(order_id)
        const charged = parts.reduce((sum, part) => sum + BigInt(part.charged_minor), 0n)
        const net = parts.reduce((sum, part) => sum + BigInt(part.net_minor), 0n)
        expect(parts).toHaveLength(2)
        const collected = (amount: bigint) =>
          until(async () => (await books.balance("gateway_clearing", OTHERS)) === amount)
        // Sold and owed to the shops, not collected yet: what is missing is seen.
        expect([await books.balance("vendor_pending"), await books.balance("unallocated")]).toEqual([
          -net,
          charged,
        ])

        const payment_id = await paymentOf(order_id)
        await capture(payment_id)
        await collected(charged)
        expect(await books.balance("unallocated")).toBe(0n)
        expect(askedOfOthers.captures).toBe(1)

        const refund = (amount: bigint) =>
          admin("POST", `/admin/payments/${payment_id}/refund`, { amount: Number(amount) / 100 })
        expect((await refund(100_001n)).status).toBe(200)
        await collected(charged - 100_001n)
        expect((await refund(charged - 100_001n)).status).toBe(200)
        await collected(0n)

        for (const account of ["vendor_pending", "commission", "commission_tax", "unallocated"] as const) {
          expect([account, await books.balance(account)]).toEqual([account, 0n])
        }
        expect(await books.kinds()).toEqual(["receipt", "refund", "refund", "sale"])
        expect(askedOfOthers.refunds.map(({ amount }) => amount)).toEqual([
          "1000.01",
          major(charged - 100_001n),
        ])
        expect(new Set(askedOfOthers.refunds.map(({ key }) => key)).size).toBe(2)
        // Core lets one minor unit pass for the sake of rounding.
        expect((await refund(100n)).status).toBe(400)
        expect(askedOfOthers.refunds).toHaveLength(2)
      })

      it("gives back a part that staff cancel, out of its shop's money alone", async () => {
        const order_id = await buy()
        await capture(await paymentOf(order_id))
        const books = new Books(getContainer())
        await until(async () => (await books.balance("unallocated")) === 0n)
        const [canceled, kept] = await partsOf(order_id)
        const before = askedOfOthers.refunds.length

        const path = `/admin/vendor-orders/${canceled!.id}/cancel`
        expect((await admin("POST", path, { reason: "There is none left." })).status).toBe(200)

        expect(askedOfOthers.refunds.slice(before).map(({ amount }) => amount)).toEqual([
          major(BigInt(canceled!.charged_minor)),
        ])
        const owed = ({ vendor_id }: { vendor_id: string }) => books.balance("vendor_pending", vendor_id)
        await until(async () => (await owed(canceled!)) === 0n)
        expect(await owed(kept!)).toBe(-BigInt(kept!.net_minor))
        expect(await books.balance("unallocated")).toBe(0n)
      })
    })

    it("books what another provider moved by reconciliation when the event of it was lost, once", async () => {
      const order_id = await buy()
      const payment_id = await paymentOf(order_id)
      const payments = getContainer().resolve(Modules.PAYMENT)
      const books = new Books(getContainer())
      const reconcile = () =>
        reconcileWorkflow(getContainer()).run({ input: { limit: 100, min_age_seconds: 0 } })
      const captured = await books.balance("unallocated")
      // Nobody is told of what the module itself does.
      await payments.capturePayment({ payment_id })
      expect((await reconcile()).result).toMatchObject({ posted_late: 1, failed: 0 })
      expect([await books.balance("gateway_clearing", OTHERS), await books.balance("unallocated")]).toEqual([
        captured,
        0n,
      ])
      await payments.refundPayment({ payment_id, amount: 10 })
      expect((await reconcile()).result).toMatchObject({ posted_late: 1, failed: 0 })
      expect((await reconcile()).result).toMatchObject({ posted_late: 0, failed: 0 })

      expect(await books.balance("gateway_clearing", OTHERS)).toBe(captured - 1000n)
      expect(await books.kinds()).toEqual(["receipt", "refund", "sale"])
    })

    describe("A whole order that staff cancel", () => {
      it("is given back by another provider of Medusa's first, and stays as it is while that is down", async () => {
        const order_id = await buy()
        await capture(await paymentOf(order_id))
        const books = new Books(getContainer())
        await until(async () => (await books.balance("unallocated")) === 0n)
        const paid = await books.balance("gateway_clearing", OTHERS)
        const before = askedOfOthers.refunds.length
        const cancel = () => admin("POST", `/admin/orders/${order_id}/cancel`, {})

        askedOfOthers.is_down = true
        expect((await cancel()).status).toBe(500)
        expect((await partsOf(order_id)).map(({ status }) => status)).toEqual(["pending", "pending"])
        askedOfOthers.is_down = false
        expect((await cancel()).status).toBe(200)

        expect(askedOfOthers.refunds.slice(before).map(({ amount }) => amount)).toEqual([major(paid)])
        for (const account of ["gateway_clearing", "vendor_pending", "commission", "unallocated"] as const) {
          expect([account, await books.balance(account)]).toEqual([account, 0n])
        }
      })
    })

    it("brings a shop nothing of what was delivered or sent before it was captured", async () => {
      const order_id = await buy()
      const items = async (shop: number, id: string) => {
        const { body } = await shops[shop]!<OrderAnswer>("GET", `/vendor/orders/${id}`)
        return body.order.lines.map((line) => ({ line_id: line.id, quantity: line.quantity }))
      }
      const ids = await Promise.all(
        market.vendors.map(async ({ id: vendor_id }, shop) => {
          const { id } = (await partsOf(order_id)).find((part) => part.vendor_id === vendor_id)!
          const sent = { items: await items(shop, id), tracking: [{ number: "GIG-1" }], is_shipped: true }
          const path = `/vendor/orders/${id}/fulfilments`
          const { body } = await shops[shop]!<OrderAnswer>("POST", path, sent)
          return { id, deliver: () => shops[shop]!("POST", `${path}/${body.fulfilment_id}/deliver`, {}) }
        })
      )
      const [delivered, sent] = ids
      expect((await delivered!.deliver()).status).toBe(200)
      const due = async () => {
        const payouts = getContainer().resolve<PayoutModuleService>(PAYOUT_MODULE)
        const before = new Date(Date.now() + 60_000)
        const orders = [
          ...(await payouts.deliveredAfter({ delivered_before: before, after: null, take: 10 })),
          ...(await payouts.shippedAfter({ shipped_before: before, after: "", take: 10 })),
        ]
        return orders.map(({ vendor_order_id }) => vendor_order_id)
      }

      const uncollected = async (days: number) =>
        (await findUncollected(getContainer(), new Date(Date.now() + days * 86_400_000))).map(
          ({ cause, reference }) => [cause, reference]
        )

      expect(await due()).toEqual([])
      const { display_number } = (await partsOf(order_id)).find(({ id }) => id === delivered!.id)!
      expect([await uncollected(0.9), await uncollected(1.1)]).toEqual([
        [],
        [["delivered_not_collected", display_number]],
      ])
      await capture(await paymentOf(order_id))
      expect(await due()).toEqual([delivered!.id, sent!.id])
      expect(await uncollected(1.1)).toEqual([])
    })

    describe("A refund by another provider of Medusa's that a killed server left", () => {
      it.each([
        ["before anybody knew of its outcome counts as made, and staff are told to look", false, 1],
        ["after the provider had made it is brought to its end, and nobody has to look", true, 0],
      ])("%s", async (_, isAnswered, told) => {
        const order_id = await buy()
        await capture(await paymentOf(order_id))
        const books = new Books(getContainer())
        await until(async () => (await books.balance("unallocated")) === 0n)
        const [part] = await partsOf(order_id)
        const before = askedOfOthers.refunds.length
        const ask = { amount: "10", reason: "goodwill", note: "Late.", idempotency_key: `others-${part!.id}` }
        expect((await admin("POST", `/admin/vendor-orders/${part!.id}/refund`, ask)).status).toBe(200)
        const knex = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await knex.raw(`update vendor_order_refund_request set stage = 'opened', refund_key = null`)
        if (!isAnswered) {
          await knex.raw(`delete from order_transaction where reference = 'refund'`)
        }

        await finishCancellationsWorkflow(getContainer()).run({
          input: { limit: 10, min_age_seconds: 0, retry_seconds: 0 },
        })

        expect(askedOfOthers.refunds).toHaveLength(before + 1)
        const service = getContainer().resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
        expect(await service.refundRequestsOf(order_id)).toMatchObject([{ stage: "made" }])
        const notices = await getContainer().resolve(Modules.NOTIFICATION).listNotifications({})
        const titles = notices.map(({ data }) => (data as { title?: string } | null)?.title)
        expect(titles.filter((title) => title === "A refund may not have been made")).toHaveLength(told)
      })
    })

    const world = () => ({ container: getContainer(), market, shopper, shops, ...staff })
    describeBankTransfers(world)
    describePayOnDelivery(world)
    describeReturnsAtTheDoor(world)
    describePrepayments(() => ({ ...world(), sandbox }))

    const buy = async (): Promise<string> => {
      const variants = market.vendors.map(({ products }) => products[0]!.variant_id)
      const cart = await shopper.createCart(market.region_id, variants, 2)
      await shopper.chooseAnyShipping(cart.id)
      await shopper.startPayment(cart.id, OTHERS)

      return (await shopper.complete(cart.id)).body.order!.id
    }

    const partsOf = (order_id: string) =>
      getContainer()
        .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
        .listVendorOrders({ order_id }, { order: { vendor_id: "ASC" } })

    const capture = async (payment_id: string) => {
      expect((await admin("POST", `/admin/payments/${payment_id}/capture`, {})).status).toBe(200)
    }

    const paymentOf = async (order_id: string): Promise<string> => {
      const { data } = await getContainer()
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph({ entity: "order", fields: ["payment_collections.payments.id"], filters: { id: order_id } })
      const [order] = data as unknown as { payment_collections: { payments: { id: string }[] }[] }[]

      return order!.payment_collections[0]!.payments[0]!.id
    }

    const major = (minor: bigint) => String(Number(minor) / 100)
  },
})

async function signInStaff(container: MedusaContainer, base_url: string) {
  const [owner, support] = [
    await createStaff(container, "owner", "finance@staff.example.com"),
    await createStaff(container, "support"),
  ]
  const withFactor = async (email: string) =>
    signInWithFactor(
      base_url,
      { actor: "user", email },
      await enrolAuthenticator(await signIn(base_url, "user", email))
    )
  const second = await createStaff(container, "owner", "second@staff.example.com")
  const tired = await createStaff(container, "owner", "tired@staff.example.com")

  return {
    finance: await withFactor(owner.email),
    second: await withFactor(second.email),
    tired: await signIn(base_url, "user", tired.email),
    support: await signIn(base_url, "user", support.email),
  }
}
