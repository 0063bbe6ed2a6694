import { Modules } from "@medusajs/framework/utils"
import { PAY_ON_DELIVERY } from "../../../src/lib/pay-on-delivery"
import { signLink } from "../../../src/lib/signed-link"
import { finishCancellationsWorkflow } from "../../../src/workflows/vendor-order/workflows/finish-cancellations"
import { Books } from "../../helpers/books"
import { createBuyer } from "../../helpers/people"
import { until } from "../../helpers/until"
import { type DoorWorld, doorDesk, KEY, type Refusal } from "./door-desk"

type Standing = { id: string; state: string; to_do: string | null }

const linkTo = (id: string) =>
  signLink(process.env.JWT_SECRET as string, { purpose: "order", id }, new Date(Date.now() + 600_000))

export function describePayOnDelivery(world: () => DoorWorld): void {
  const {
    service,
    desk,
    configure,
    vendorId,
    serve,
    stop,
    offerOf,
    cartOfBoth,
    buy,
    parts,
    ship,
    deliver,
    collect,
    refuse,
    release,
    commercial,
    showsPaid,
    notices,
    major,
  } = doorDesk(world)

  describe("Payment on delivery", () => {
    it("is offered when every shop in the cart qualifies, and checked again when the cart is completed", async () => {
      await configure({ pay_on_delivery_signed_in: true })
      const { market, shopper } = world()
      const variants = market.vendors.map(({ products }) => products[0]!.variant_id)
      const cart = await shopper.createCart(market.region_id, variants)
      await shopper.chooseAnyShipping(cart.id)
      const reasons = async () => {
        const { vendors } = await offerOf(cart.id)
        return [0, 1].map((shop) => vendors.find(({ vendor }) => vendor.id === vendorId(shop))?.reason)
      }
      expect(await reasons()).toEqual(["pay_on_delivery_off", "pay_on_delivery_off"])
      await configure({ pay_on_delivery: true })
      expect(await reasons()).toEqual(["buyer_signed_out", "buyer_signed_out"])
      await configure({ pay_on_delivery_signed_in: false })
      await serve(0, { is_offered: true, areas: ["NG"] })
      expect(await reasons()).toEqual([null, "shop_does_not_offer"])
      expect((await shopper.startPayment(cart.id, PAY_ON_DELIVERY)).body.code).toBe("pay_on_delivery_refused")
      await serve(1, { is_offered: true, areas: ["ng:kano"] })
      expect(await reasons()).toEqual([null, "area_not_served"])
      await serve(1)
      const offer = await offerOf(cart.id)
      expect([offer.is_offered, offer.vendors.reduce((sum, part) => sum + part.amount, 0)]).toEqual([
        true,
        (await shopper.cart(cart.id)).total,
      ])

      expect((await shopper.startPayment(cart.id, PAY_ON_DELIVERY)).status).toBe(200)
      await stop(1, true)
      expect(await reasons()).toEqual([null, "shop_stopped"])
      expect((await shopper.complete(cart.id)).body.code).toBe("pay_on_delivery_refused")
      expect(await new Books(world().container).kinds()).toEqual([])
      await stop(1, false)
      expect((await shopper.complete(cart.id)).body.order?.id).toMatch(/^order_/)
    })

    it("asks for a phone that its buyer has proved where the operator does", async () => {
      await configure({ pay_on_delivery: true, pay_on_delivery_signed_in: false })
      await configure({ pay_on_delivery_verified_phone: true })
      await serve(0)
      await serve(1)
      const cart_id = await cartOfBoth()
      const reasons = async () => (await offerOf(cart_id)).vendors.map(({ reason }) => reason)
      expect(await reasons()).toEqual(["phone_not_verified", "phone_not_verified"])
      const { container } = world()
      const { id: customer_id, auth_identity_id } = await createBuyer(container, "proved@example.com")
      await container.resolve(Modules.CART).updateCarts(cart_id, { customer_id })
      expect(await reasons()).toEqual(["phone_not_verified", "phone_not_verified"])
      const proof = {
        auth_identity_id,
        entity_id: "+2348012345678",
        entity_type: "phone",
        code_provider: "code",
      }
      const at = new Date()
      const auth = container.resolve(Modules.AUTH) as unknown as {
        createAuthVerifications: (rows: object[]) => Promise<unknown>
      }
      await auth.createAuthVerifications([{ ...proof, requested_at: at, verified_at: at }])

      expect(await reasons()).toEqual([null, null])
    })

    it("pays nobody before it is collected, and settles one parcel accepted and another refused", async () => {
      const bought = await buy()
      const [one, other] = await parts(bought)
      const books = new Books(world().container)
      expect(await books.balance("unallocated")).toBe(BigInt(one.charged_minor) + BigInt(other.charged_minor))
      await ship(0, one.id)
      await deliver(0, one.id)
      await ship(1, other.id)
      await release()
      expect(await books.kinds()).toEqual(["sale"])

      const due = major(one.charged_minor)
      expect((await collect(0, one.id, { amount: major(BigInt(one.charged_minor) - 1n) })).body.code).toBe(
        "collection_amount_differs"
      )
      expect((await collect(1, one.id, { amount: due })).body.code).toBe("vendor_order_not_found")
      const told = await Promise.all([1, 2, 3].map(() => collect(0, one.id, { amount: due })))
      expect(told.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(told[0]!.body.order).toMatchObject({
        is_payable: true,
        collection: { state: "collected", amount: due },
      })
      const again = await collect(0, one.id, { amount: due, idempotency_key: "at-the-door-0002" })
      expect(again.body.code).toBe("collection_not_due")
      expect((await refuse(0, one.id)).body.code).toBe("collection_not_due")
      expect(await books.balance("vendor_cash", one.vendor_id)).toBe(BigInt(one.charged_minor))

      // What the other parcel has brought is not this one's to give back.
      const wish = {
        amount: "10",
        reason: "goodwill",
        note: "For the wait.",
        idempotency_key: "for-the-wait",
      }
      const early = await world().finance<Refusal>("POST", `/admin/vendor-orders/${other.id}/refund`, wish)
      expect(early.body.code).toBe("refund_refused")

      const before = await desk().stock(1)
      expect((await refuse(1, other.id)).body).toMatchObject({
        order: {
          status: "returned",
          is_payable: false,
          collection: { state: "refused", reason: "changed_mind" },
        },
      })
      expect((await refuse(1, other.id)).status).toBe(200)
      expect((await collect(1, other.id, { amount: major(other.charged_minor) })).body.code).toBe(
        "collection_not_due"
      )
      expect((await desk().stock(1)).stocked).toBe(before.stocked + 2)
      await release()
      const owed = BigInt(one.charged_minor) - BigInt(one.net_minor)
      for (const [account, owner, amount] of [
        ["unallocated", undefined, 0n],
        ["vendor_cash", one.vendor_id, 0n],
        ["vendor_pending", one.vendor_id, 0n],
        ["vendor_available", one.vendor_id, owed],
        ["vendor_pending", other.vendor_id, 0n],
        ["vendor_available", other.vendor_id, 0n],
        ["commission", undefined, -BigInt(one.commission_minor)],
        ["gateway_clearing", undefined, 0n],
      ] as const) {
        expect([account, owner, await books.balance(account, owner)]).toEqual([account, owner, amount])
      }
      expect(await books.kinds()).toEqual(["collection", "refund", "release", "sale"])
      await showsPaid(bought.order_id, one.charged_minor)
      expect((await commercial(bought.order_id)).owed).toBeLessThan(0.01)
    })

    it("takes back what is canceled before anybody has paid, and counts what a buyer refuses", async () => {
      await configure({ refusal_cost_platform_reasons: ["changed_mind"] })
      const bought = await buy()
      const [one, other] = await parts(bought)
      const path = `/admin/vendor-orders/${one.id}/cancel`
      expect((await world().finance("POST", path, { reason: "There is none left." })).status).toBe(200)
      const books = new Books(world().container)
      expect(await books.balance("vendor_pending", one.vendor_id)).toBe(0n)
      expect(await books.balance("unallocated")).toBe(BigInt(other.charged_minor))
      await ship(1, other.id)

      expect((await refuse(1, other.id)).status).toBe(200)

      expect(await books.balance("unallocated")).toBe(0n)
      expect([
        await books.balance("refusal_cost"),
        await books.balance("vendor_available", other.vendor_id),
      ]).toEqual([150_000n, -150_000n])
      expect(await books.kinds()).toEqual(["refund", "refund", "refusal_cost", "sale"])
      const { payment_collections } = await commercial(bought.order_id)
      expect(payment_collections[0]?.payments[0]?.canceled_at).not.toBeNull()
      const whole = await buy()
      expect((await world().finance("POST", `/admin/orders/${whole.order_id}/cancel`, {})).status).toBe(200)
      await until(async () => (await books.balance("unallocated")) === 0n)
      expect(await books.balance("commission")).toBe(0n)
      await configure({ pay_on_delivery_refusals: 0 })
      const next = await cartOfBoth()
      expect((await offerOf(next)).vendors.map(({ reason }) => reason)).toEqual([
        "buyer_refused_before",
        "buyer_refused_before",
      ])
    })

    it("lets staff say where the money is, and makes a debt of cash that is kept too long", async () => {
      const bought = await buy()
      const [one, other] = await parts(bought)
      await ship(0, one.id)
      await ship(1, other.id)
      const { payment_collections } = await commercial(bought.order_id)
      const payment_id = payment_collections[0]!.payments[0]!.id
      const byHand = await world().finance<Refusal>("POST", `/admin/payments/${payment_id}/capture`, {})
      expect(byHand.body.code).toBe("collection_refused")
      const act = (id: string, what: string, body: object, client = world().finance) =>
        client<Refusal>("POST", `/admin/vendor-orders/${id}/${what}`, body)
      const collection = { amount: major(one.charged_minor), idempotency_key: KEY, held_by: "vendor" }
      expect((await act(one.id, "collect", collection, world().tired)).body.code).toBe("step_up_required")
      expect((await act(one.id, "remit", { amount: collection.amount })).body.code).toBe("cash_not_held")
      expect((await act(one.id, "collect", collection)).status).toBe(200)
      const shown = await world().finance("GET", `/admin/vendor-orders?order_id=${one.order_id}`)
      expect(shown.body).toMatchObject({
        vendor_orders: expect.arrayContaining([
          expect.objectContaining({
            id: one.id,
            collection: expect.objectContaining({
              state: "collected",
              held_by: "vendor",
              amount: collection.amount,
            }),
          }),
        ]),
      })
      expect((await act(one.id, "remit", { amount: "1" })).body.code).toBe("cash_not_held")

      expect((await act(one.id, "remit", { amount: collection.amount })).body).toMatchObject({
        collection: { held_by: "platform" },
      })

      expect((await act(one.id, "remit", { amount: collection.amount })).body.code).toBe("cash_not_held")
      const books = new Books(world().container)
      expect([await books.balance("platform_bank"), await books.balance("vendor_cash")]).toEqual([
        BigInt(one.charged_minor),
        0n,
      ])
      await collect(1, other.id, { amount: major(other.charged_minor) })
      await configure({ cash_remit_days: 0 })
      await release()
      await release()
      expect(await books.balance("vendor_available", other.vendor_id)).toBe(BigInt(other.charged_minor))
      expect(await books.kinds()).toEqual(["cash_due", "cash_remitted", "collection", "collection", "sale"])
      expect((await act(other.id, "remit", { amount: major(other.charged_minor) })).body.code).toBe(
        "cash_not_held"
      )
      await showsPaid(bought.order_id, BigInt(one.charged_minor) + BigInt(other.charged_minor))

      const refund = {
        amount: "10",
        reason: "goodwill",
        note: "For the wait.",
        idempotency_key: "for-the-wait",
      }
      expect((await act(one.id, "refund", refund)).body).toMatchObject({ refund: { status: "made" } })
      expect([await books.balance("platform_bank"), await books.balance("unallocated")]).toEqual([
        BigInt(one.charged_minor) - 1000n,
        0n,
      ])
      expect(await notices()).toContain("A refund waits for a person")
      await expectCashSent(bought.order_id)
      expect(await books.balance("platform_bank")).toBe(BigInt(one.charged_minor) - 1000n)

      const [next] = await parts(await buy())
      await ship(0, next.id)
      await collect(0, next.id, { amount: major(next.charged_minor) })
      type Called = { invoice: { amount: string; parts: object[] } }
      const called = await world().finance<Called>("POST", `/admin/payouts/debts/${next.vendor_id}/invoice`, {
        currency_code: "ngn",
        includes_cash: true,
      })
      expect(called.body.invoice.parts).toEqual([{ owed_for: "cash", amount: major(next.charged_minor) }])
      expect(await books.balance("vendor_cash")).toBe(0n)
      expect((await act(next.id, "remit", { amount: major(next.charged_minor) })).body.code).toBe(
        "cash_not_held"
      )
    })

    /** The buyer says where to, staff see that it is the buyer's account, send the money and say so. */
    async function expectCashSent(order_id: string) {
      const refunds = `/store/orders/${order_id}/refunds`
      const link = `token=${linkTo(order_id)}`
      const shown = async () =>
        (await world().shopper.must<{ refunds: Standing[] }>("GET", `${refunds}?${link}`)).refunds
      const [refund] = await shown()
      expect(await shown()).toMatchObject([{ state: "needs_account", amount: "10" }])
      const account = { bank_code: "999992", account_number: "0001234564", account_name: "Ngozi Eze" }
      const named = `${refunds}/${refund!.id}/account`
      expect((await world().shopper.call("POST", named, account)).status).toBe(404)
      expect((await world().shopper.call("POST", `${named}?${link}`, account)).status).toBe(200)
      const path = `/admin/refunds/${refund!.id}/account`
      const { finance, tired } = world()
      // No gateway of this server tells who holds an account.
      expect((await finance("GET", path)).status).toBe(404)
      expect((await finance("POST", `${path}/approve`, {})).status).toBe(200)
      expect((await finance("GET", path)).body).toMatchObject({ account: { account_number: "0001234564" } })
      const { body } = await finance<{ bank_refunds: { id: string; refund_id: string }[] }>(
        "GET",
        "/admin/bank-transfers/refunds?state=waiting"
      )
      const task = body.bank_refunds.find(({ refund_id }) => refund_id === refund!.id)
      const mark = (note: string, client = finance) =>
        client<Refusal>("POST", `/admin/bank-transfers/refunds/${task!.id}/mark`, { outcome: "made", note })
      expect((await mark("FT26333-1", tired)).body.code).toBe("step_up_required")
      expect([(await mark("FT26333-1")).status, (await mark("FT26333-1")).status]).toEqual([200, 200])
      expect((await mark("FT26333-2")).body.code).toBe("bank_refund_marked")
      expect(await shown()).toMatchObject([{ state: "made", to_do: null }])
    }

    it("is shown by Medusa's order in the end when the server died in between", async () => {
      const bought = await buy()
      const [one] = await parts(bought)
      await ship(0, one.id)
      await service().collect(
        {
          vendor_order_id: one.id,
          vendor_id: one.vendor_id,
          amount_minor: BigInt(one.charged_minor),
          held_by: "vendor",
          idempotency_key: KEY,
          actor: "user_test",
        },
        () => Promise.resolve()
      )
      const captured = async () => (await commercial(bought.order_id)).payment_collections[0]?.captured_amount
      expect(await captured()).toBe(0)

      for (let run = 0; run < 2; run += 1) {
        await finishCancellationsWorkflow(world().container).run({
          input: { limit: 100, min_age_seconds: 0, retry_seconds: 0 },
        })
      }

      expect(await captured()).toBe(Number(one.charged_minor) / 100)
    })
  })
}
