import type { PaystackSandbox } from "../../../sandbox"
import { signLink } from "../../../src/lib/signed-link"
import { DISPUTE_MODULE } from "../../../src/modules/dispute"
import type DisputeModuleService from "../../../src/modules/dispute/service"
import { GATEWAY_MODULE } from "../../../src/modules/gateway"
import type GatewayModuleService from "../../../src/modules/gateway/service"
import { reconcileWorkflow } from "../../../src/workflows/payment/workflows/reconcile"
import { finishCancellationsWorkflow } from "../../../src/workflows/vendor-order/workflows/finish-cancellations"
import { Books } from "../../helpers/books"
import { PAYSTACK } from "../../helpers/checkout-bench"
import { pressOnPaymentPage } from "../../helpers/shopper"
import { until } from "../../helpers/until"
import { type DoorWorld, doorDesk, type Refusal } from "./door-desk"

type World = DoorWorld & { sandbox: PaystackSandbox }
type Link = { amount: string; payment_url: string; reference: string }
type Asked = { prepayment: Link } & Refusal

const linkTo = (id: string) =>
  signLink(process.env.JWT_SECRET as string, { purpose: "order", id }, new Date(Date.now() + 600_000))

/** Of the seller's region there is none of Flutterwave's. */
const FLUTTERWAVE = "pp_flutterwave_flutterwave"

/** A part that staff give back. */
const SOME = { amount: "10", reason: "goodwill", note: "For the wait.", idempotency_key: "for-the-wait" }

export function describePrepayments(world: () => World): void {
  const { service, buy, parts, ship, deliver, collect, release, commercial, notices, major } = doorDesk(world)

  const ask = (order_id: string, id: string, { provider_id = PAYSTACK, by = linkTo(order_id) } = {}) =>
    world().shopper.call<Asked>("POST", `/store/orders/${order_id}/vendor-orders/${id}/prepay?token=${by}`, {
      provider_id,
    })

  const reconcile = () =>
    reconcileWorkflow(world().container).run({ input: { limit: 100, min_age_seconds: 0 } })

  const control = () => world().sandbox.control

  const refundsAt = (reference: string) =>
    control()
      .refunds()
      .filter(({ transaction_reference }) => transaction_reference === reference)
      .map(({ amount }) => BigInt(amount))

  const finish = () =>
    finishCancellationsWorkflow(world().container).run({
      input: { limit: 10, min_age_seconds: 0, retry_seconds: 0 },
    })

  const disputes = () => world().container.resolve<DisputeModuleService>(DISPUTE_MODULE)

  const stateOf = async (order_id: string, id: string) =>
    (await service().collectionsOf(order_id)).find(({ vendor_order_id }) => vendor_order_id === id)?.state

  describe("A part that was to be paid at the door", () => {
    afterEach(() => {
      control().setWebhookUrl(null)
      control().reset()
    })

    it("is paid by its buyer's link before it comes, as a prepaid one, and goes back the same way", async () => {
      control().setWebhookUrl(`${world().shopper.base_url}/hooks/paystack`)
      const bought = await buy()
      const { order_id } = bought
      const [one, other] = await parts(bought)
      expect((await ask(order_id, one.id, { by: "none" })).body.code).toBe("order_not_found")
      expect((await ask(order_id, one.id, { provider_id: FLUTTERWAVE })).body.code).toBe(
        "gateway_not_configured"
      )
      expect((await ask(order_id, "vord_none")).body.code).toBe("vendor_order_not_found")
      const [first, again] = [await ask(order_id, one.id), await ask(order_id, one.id)]
      expect(again.body).toEqual(first.body)
      const { amount, payment_url, reference } = first.body.prepayment
      expect(amount).toBe(major(one.charged_minor))
      const books = new Books(world().container)
      expect(await books.kinds()).toEqual(["sale"])

      await pressOnPaymentPage(payment_url, "pay")
      await until(async () => (await stateOf(order_id, one.id)) === "prepaid")

      expect((await ask(order_id, one.id)).body.code).toBe("collection_not_due")
      await ship(0, one.id)
      expect((await collect(0, one.id, { amount })).body.code).toBe("collection_not_due")
      expect(await stateOf(order_id, other.id)).toBe("due")
      await until(
        async () => (await commercial(order_id)).payment_collections[0]?.captured_amount === Number(amount)
      )
      await deliver(0, one.id)
      await release()
      const fee = BigInt(control().transactions()[0]!.fees ?? 0)
      for (const [account, owner, balance] of [
        ["gateway_clearing", "paystack", BigInt(one.charged_minor) - fee],
        ["unallocated", undefined, BigInt(other.charged_minor)],
        ["vendor_cash", one.vendor_id, 0n],
        ["vendor_available", one.vendor_id, -BigInt(one.net_minor)],
      ] as const) {
        expect([account, await books.balance(account, owner)]).toEqual([account, balance])
      }

      const path = `/admin/vendor-orders/${one.id}/refund`
      expect((await world().finance("POST", path, SOME)).body).toMatchObject({ refund: { status: "made" } })
      expect(refundsAt(reference)).toEqual([1000n])
      expect(await books.balance("platform_bank")).toBe(0n)
      expect(await books.balance("gateway_clearing", "paystack")).toBe(
        BigInt(one.charged_minor) - fee - 1000n
      )
      const shown = await world().shopper.must<{ refunds: { amount: string }[] }>(
        "GET",
        `/store/orders/${order_id}/refunds?token=${linkTo(order_id)}`
      )
      expect(shown.refunds).toMatchObject([{ amount: "10" }])

      // What the bank takes back of the link is held of the part that it was for, and of nobody else's.
      control().dispute(reference)
      await until(async () => (await books.balance("vendor_disputed", one.vendor_id)) < 0n)
      expect(await books.balance("vendor_disputed", other.vendor_id)).toBe(0n)
    })

    it("that its courier collects while the buyer pays keeps the cash, and the payment goes back whole", async () => {
      const bought = await buy()
      const [one, other] = await parts(bought)
      await ship(0, one.id)
      const { payment_url, reference, amount } = (await ask(bought.order_id, one.id)).body.prepayment
      expect((await collect(0, one.id, { amount })).status).toBe(200)

      await pressOnPaymentPage(payment_url, "pay")
      await reconcile()
      await reconcile()

      expect(refundsAt(reference)).toEqual([BigInt(one.charged_minor)])
      expect(await stateOf(bought.order_id, one.id)).toBe("collected")
      const books = new Books(world().container)
      const fee = BigInt(control().transactions()[0]!.fees ?? 0)
      expect(await books.balance("vendor_cash", one.vendor_id)).toBe(BigInt(one.charged_minor))
      expect(await books.balance("unallocated")).toBe(BigInt(other.charged_minor))
      expect(await books.balance("gateway_clearing", "paystack")).toBe(-fee)
      expect(await books.kinds()).toEqual(["collection", "receipt", "refund", "sale"])
    })

    it("stays due when too little was paid, which goes back, and can be paid by another link", async () => {
      const bought = await buy()
      const [one] = await parts(bought)
      const wrong = (await ask(bought.order_id, one.id)).body.prepayment
      control().fault({ on: "pay", kind: "wrong_amount", amount: 100 })
      await pressOnPaymentPage(wrong.payment_url, "pay")
      await reconcile()
      expect(refundsAt(wrong.reference)).toEqual([100n])
      expect(await stateOf(bought.order_id, one.id)).toBe("due")

      const right = (await ask(bought.order_id, one.id)).body.prepayment
      expect(right.reference).not.toBe(wrong.reference)
      await pressOnPaymentPage(right.payment_url, "pay")
      await Promise.all([reconcile(), reconcile()])

      expect(await stateOf(bought.order_id, one.id)).toBe("prepaid")
      // Called off after all: what was paid goes back the way it came.
      const path = `/admin/vendor-orders/${one.id}/cancel`
      expect((await world().finance("POST", path, { reason: "There is none left." })).status).toBe(200)
      expect(refundsAt(right.reference)).toEqual([BigInt(one.charged_minor)])
      const books = new Books(world().container)
      expect(await books.balance("vendor_pending", one.vendor_id)).toBe(0n)
    })

    it("goes back the way it came when staff cancel the whole order, of which nobody pays the rest any more", async () => {
      const bought = await buy()
      const [one] = await parts(bought)
      const { payment_url, reference } = (await ask(bought.order_id, one.id)).body.prepayment
      await pressOnPaymentPage(payment_url, "pay")
      await reconcile()
      expect(await stateOf(bought.order_id, one.id)).toBe("prepaid")

      const path = `/admin/orders/${bought.order_id}/cancel`
      expect((await world().finance("POST", path, {})).status).toBe(200)

      expect(refundsAt(reference)).toEqual([BigInt(one.charged_minor)])
      const books = new Books(world().container)
      await until(async () => (await books.balance("unallocated")) === 0n)
      expect([await books.balance("vendor_pending"), await books.balance("commission")]).toEqual([0n, 0n])
    })

    it("goes back by reconciliation where staff ask for it in Medusa's own route while the gateway is down", async () => {
      const bought = await buy()
      const [one] = await parts(bought)
      const { payment_url, reference } = (await ask(bought.order_id, one.id)).body.prepayment
      await pressOnPaymentPage(payment_url, "pay")
      await reconcile()
      const { payment_collections } = await commercial(bought.order_id)
      const path = `/admin/payments/${payment_collections[0]!.payments[0]!.id}/refund`
      control().fault({ on: "POST /refund", kind: "429" })
      expect((await world().finance("POST", path, { amount: 30 })).status).toBe(200)
      const gateway = world().container.resolve<GatewayModuleService>(GATEWAY_MODULE)
      const statesOf = async () => (await gateway.listRefundsOf(reference)).map(({ state }) => state)
      await until(async () => (await statesOf())[0] === "not_executed")

      await reconcile()
      await reconcile()

      expect(refundsAt(reference)).toEqual([3000n])
      expect((await new Books(world().container).kinds()).filter((kind) => kind === "refund")).toHaveLength(1)
    })

    it("that a bank took back is not given back by a refund of staff's that waited for the gateway", async () => {
      control().setWebhookUrl(`${world().shopper.base_url}/hooks/paystack`)
      const bought = await buy()
      const [one] = await parts(bought)
      const { payment_url, reference, amount } = (await ask(bought.order_id, one.id)).body.prepayment
      await pressOnPaymentPage(payment_url, "pay")
      await until(
        async () =>
          (await commercial(bought.order_id)).payment_collections[0]?.captured_amount === Number(amount)
      )
      const { payment_collections } = await commercial(bought.order_id)
      const path = `/admin/payments/${payment_collections[0]!.payments[0]!.id}/refund`
      control().fault({ on: "POST /refund", kind: "429" })
      expect((await world().finance("POST", path, { amount: Number(amount) })).status).toBe(200)
      const gateway = world().container.resolve<GatewayModuleService>(GATEWAY_MODULE)
      await until(async () => (await gateway.listRefundsOf(reference))[0]?.state === "not_executed")
      const { id } = control().dispute(reference)
      const caseNow = async () => (await disputes().listDisputes({ order_id: bought.order_id }))[0]?.state
      await until(async () => (await caseNow()) === "open")
      await reconcile()
      expect(refundsAt(reference)).toEqual([])
      control().decideDispute(id, "merchant-accepted")
      await until(async () => (await caseNow()) === "lost")

      await reconcile()
      await reconcile()

      expect(refundsAt(reference)).toEqual([])
      expect((await notices()).filter((title) => title === "A refund was not made")).toHaveLength(1)
      expect(await new Books(world().container).balance("platform_bank")).toBe(0n)
    })

    it("is not given back by a refund that waits for the gateway while a bank takes it back, nor after", async () => {
      control().setWebhookUrl(`${world().shopper.base_url}/hooks/paystack`)
      const bought = await buy()
      const [one] = await parts(bought)
      const { payment_url, reference, amount } = (await ask(bought.order_id, one.id)).body.prepayment
      await pressOnPaymentPage(payment_url, "pay")
      await until(async () => (await stateOf(bought.order_id, one.id)) === "prepaid")
      await until(
        async () =>
          (await commercial(bought.order_id)).payment_collections[0]?.captured_amount === Number(amount)
      )
      // Both of whoever asked and of the event of it.
      control().fault({ on: "POST /refund", kind: "429" })
      control().fault({ on: "POST /refund", kind: "429" })
      const asked = { ...SOME, amount, idempotency_key: "all-of-it" }
      const path = `/admin/vendor-orders/${one.id}/refund`
      expect((await world().finance("POST", path, asked)).body).toMatchObject({
        refund: { status: "pending" },
      })
      const requestNow = async () => (await service().refundRequestsOf(bought.order_id))[0]?.stage
      const caseNow = async () => (await disputes().listDisputes({ order_id: bought.order_id }))[0]?.state

      const { id } = control().dispute(reference)
      await until(async () => (await caseNow()) === "open")
      await finish()
      expect([refundsAt(reference), await requestNow()]).toEqual([[], "opened"])
      control().decideDispute(id, "merchant-accepted")
      await until(async () => (await caseNow()) === "lost")
      await finish()

      expect([refundsAt(reference), await requestNow()]).toEqual([[], "refused"])
      expect(await new Books(world().container).balance("platform_bank")).toBe(0n)
    })

    it("is given back by people where the gateway refuses to", async () => {
      const bought = await buy()
      const [one] = await parts(bought)
      const { payment_url, reference } = (await ask(bought.order_id, one.id)).body.prepayment
      await pressOnPaymentPage(payment_url, "pay")
      await reconcile()
      // Somebody has given all of it back at the gateway's dashboard.
      await fetch(`${world().sandbox.url}/refund`, {
        method: "POST",
        headers: { authorization: `Bearer ${world().sandbox.secret_key}` },
        body: JSON.stringify({ transaction: reference }),
      })

      const path = `/admin/vendor-orders/${one.id}/refund`
      expect((await world().finance("POST", path, SOME)).body).toMatchObject({ refund: { status: "made" } })

      expect(refundsAt(reference)).toEqual([BigInt(one.charged_minor)])
      const shown = await world().shopper.must<{ refunds: { amount: string; state: string }[] }>(
        "GET",
        `/store/orders/${bought.order_id}/refunds?token=${linkTo(bought.order_id)}`
      )
      expect(shown.refunds).toMatchObject([{ amount: "10", state: "needs_account" }])
      expect(await new Books(world().container).balance("platform_bank")).toBe(-1000n)
    })
  })
}
