import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, PromotionStatus } from "@medusajs/framework/utils"
import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { PaystackSandbox } from "../../sandbox"
import type { VendorRole } from "../../src/lib/permissions"
import { changeVendorStatusWorkflow } from "../../src/workflows/vendor/workflows/change-vendor-status"
import { finishCancellationsWorkflow } from "../../src/workflows/vendor-order/workflows/finish-cancellations"
import { CheckoutBench, PAYSTACK } from "../helpers/checkout-bench"
import { type Admin, createAdmin, signInAdmin } from "../helpers/create-admin"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { type OrderAnswer, OrderDesk, type VendorOrderBody } from "../helpers/order-desk"
import { configurePaystack } from "../helpers/paystack"
import { type Client, createMember, signIn } from "../helpers/people"
import { Shopper } from "../helpers/shopper"

const paystack = configurePaystack()

jest.setTimeout(300_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let market: Marketplace
    let sandbox: PaystackSandbox
    let desk: OrderDesk
    let bench: CheckoutBench
    let shops: Client[]
    let admin: Admin

    beforeAll(async () => {
      container = getContainer()
      sandbox = await paystack.start()
      market = await createMarketplace(container, {
        vendors: 3,
        stock: 100,
        payment_providers: [PAYSTACK, "pp_system_default"],
      })
      await createPromotionsWorkflow(container).run({
        input: {
          promotionsData: [
            {
              code: "TEN",
              type: "standard",
              status: PromotionStatus.ACTIVE,
              application_method: {
                type: "percentage",
                target_type: "items",
                allocation: "across",
                value: 10,
              },
            },
          ],
        },
      })
      const shopper = new Shopper(api.defaults.baseURL, market.publishable_key)
      desk = new OrderDesk({ container, market, sandbox, shopper })
      bench = new CheckoutBench({ container, market, shopper, sandbox })
      shops = await Promise.all(market.vendors.map(({ id }) => memberOf(id, "owner")))
      await createAdmin(container)
      admin = await signInAdmin(api.defaults.baseURL)
    })
    afterAll(() => sandbox.stop())
    afterEach(() => sandbox.control.reset())

    async function memberOf(vendorId: string, role: VendorRole): Promise<Client> {
      const { email } = await createMember(container, vendorId, role)

      return signIn(api.defaults.baseURL, "user", email)
    }

    const read = async (shop: number, id: string): Promise<VendorOrderBody> =>
      (await shops[shop]!<OrderAnswer>("GET", `/vendor/orders/${id}`)).body.order

    const act = (shop: number, id: string, path: string, body: unknown = {}) =>
      shops[shop]!<OrderAnswer>("POST", `/vendor/orders/${id}/${path}`, body)

    const cancel = (shop: number, id: string) => act(shop, id, "cancel", { reason: "Out of stock" })

    async function pack(shop: number, id: string, quantity: number, is_shipped = false) {
      const [line] = (await read(shop, id)).lines

      return act(shop, id, "fulfilments", { items: [{ line_id: line!.id, quantity }], is_shipped })
    }

    const finish = () =>
      finishCancellationsWorkflow(container).run({
        input: { limit: 10, min_age_seconds: 0, retry_seconds: 0 },
      })

    const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]

    describe("Another shop's", () => {
      it("order, line, fulfilment and return are not found, whatever carries the id, and stay as they are", async () => {
        const { order_id, part } = await desk.buy([0, 1])
        const [own, other] = [await part(0), await part(1)]
        const packed = (await pack(1, other, 1)).body
        const { lines } = await read(1, other)
        const items = [{ line_id: lines[0]!.id, quantity: 1 }]
        const before = await read(1, other)

        expect((await shops[0]!("GET", `/vendor/orders/${other}`)).body).toMatchObject({
          code: "vendor_order_not_found",
        })
        for (const [path, body] of [
          ["confirm", {}],
          ["cancel", { reason: "mine now" }],
          ["fulfilments", { items }],
          [`fulfilments/${packed.fulfilment_id}/ship`, {}],
          [`fulfilments/${packed.fulfilment_id}/deliver`, {}],
          [`fulfilments/${packed.fulfilment_id}/cancel`, {}],
        ] as const) {
          expect([path, ...refusal(await act(0, other, path, body))]).toEqual([
            path,
            404,
            "vendor_order_not_found",
          ])
        }
        expect(refusal(await act(0, own, "fulfilments", { items }))).toEqual([
          404,
          "vendor_order_line_not_found",
        ])
        for (const verb of ["ship", "deliver", "cancel"]) {
          const path = `fulfilments/${packed.fulfilment_id}/${verb}`
          expect([verb, ...refusal(await act(0, own, path))]).toEqual([
            verb,
            404,
            "vendor_order_fulfilment_not_found",
          ])
        }
        expect(await read(1, other)).toEqual(before)
        expect((await read(0, own)).fulfilments).toEqual([])

        await act(1, other, `fulfilments/${packed.fulfilment_id}/deliver`)
        await pack(0, own, 1, true)
        const sold = await desk.service.listVendorOrderLines({ kind: "item" })
        const foreign = await container.resolve(Modules.ORDER).createReturn({
          order_id,
          items: sold
            .filter(({ vendor_order_id }) => vendor_order_id === other)
            .map(({ source_id }) => ({ id: source_id, quantity: 1, note: "too small" })),
        })
        expect(refusal(await shops[0]!("GET", `/vendor/returns/${foreign.id}`))).toEqual([
          404,
          "vendor_return_not_found",
        ])
        expect((await shops[0]!("GET", `/vendor/returns?order_id=${other}`)).body).toMatchObject({
          returns: [],
          count: 0,
        })
        expect((await shops[1]!("GET", `/vendor/returns/${foreign.id}`)).body).toMatchObject({
          return: {
            id: foreign.id,
            status: "requested",
            vendor_order_id: other,
            items: [{ line_id: lines[0]!.id, quantity: 1, received_quantity: 0, note: "too small" }],
          },
        })
        expect((await shops[1]!("GET", "/vendor/returns?status=requested")).body).toMatchObject({ count: 1 })
        expect((await shops[1]!("GET", "/vendor/returns?status=received")).body).toMatchObject({ count: 0 })
      })

      it("goods, money and buyer do not show in what a shop is answered", async () => {
        const { order_id, part } = await desk.buy([0, 1])
        const own = await part(0)
        const [order] = await container.resolve(Modules.ORDER).listOrders({ id: order_id })
        const [foreign] = (await read(1, await part(1))).lines
        const secrets = [
          ...[order_id, order!.customer_id, market.vendors[1]!.id, foreign!.id, foreign!.sku],
          market.vendors[1]!.products[0]!.id,
          "pay_",
          "metadata",
        ]

        for (const path of [
          `/vendor/orders/${own}`,
          "/vendor/orders",
          "/vendor/customers",
          "/vendor/returns",
        ]) {
          const text = JSON.stringify((await shops[0]!("GET", path)).body)
          expect([path, secrets.filter((secret) => text.includes(String(secret)))]).toEqual([path, []])
        }
        expect(await read(0, own)).toMatchObject({
          buyer: { name: "Ngozi Eze", email: "ngozi@example.com", phone: "+2348012345678" },
          delivery_address: { address_1: "12 Allen Avenue", city: "Ikeja", country_code: "ng" },
        })
        expect(JSON.stringify((await shops[0]!("GET", "/vendor/customers")).body)).not.toContain("@")

        const search = (q: string) => shops[0]!("GET", `/vendor/orders?q=${encodeURIComponent(q)}`)
        expect((await search(foreign!.sku)).body).toMatchObject({ orders: [], count: 0 })
        for (const query of [
          "fields=*,order.*",
          `vendor_id=${market.vendors[1]!.id}`,
          "$or[0][status]=pending",
          "status[$ne]=canceled",
          "created_at[$in][]=2026-01-01",
          "order=vendor_id",
          "order[]=total&order[]=vendor_id",
          "limit=1000",
          "offset=-1",
          "status=gone",
          "__proto__[status]=pending",
          "q[$like]=%25",
        ]) {
          const { status, body } = await shops[0]!("GET", `/vendor/orders?${query}`)
          const isHarmless = status === 200 && !JSON.stringify(body).includes(market.vendors[1]!.id)
          expect([query, status === 400 || (query.startsWith("__proto__") && isHarmless)]).toEqual([
            query,
            true,
          ])
        }
      })
    })

    describe("Who may act", () => {
      it("follows the role, and a suspended shop may still send what is paid", async () => {
        const { part } = await desk.buy([0])
        const id = await part(0)
        const vendorId = market.vendors[0]!.id
        const [finance, fulfilment, support, catalogue] = await Promise.all(
          (["finance", "fulfilment", "support", "catalogue"] as const).map((role) => memberOf(vendorId, role))
        )
        const order = `/vendor/orders/${id}`

        for (const client of [finance!, fulfilment!, support!]) {
          expect((await client("GET", order)).status).toBe(200)
        }
        for (const [client, method, path, body] of [
          [catalogue!, "GET", order],
          [catalogue!, "GET", "/vendor/returns"],
          [finance!, "POST", `${order}/confirm`, {}],
          [finance!, "POST", `${order}/fulfilments`, { items: [{ line_id: "vol_1", quantity: 1 }] }],
          [finance!, "POST", `${order}/cancel`, { reason: "no" }],
          [fulfilment!, "POST", `${order}/cancel`, { reason: "no" }],
          [fulfilment!, "GET", "/vendor/customers"],
          [support!, "POST", `${order}/confirm`, {}],
        ] as const) {
          expect(refusal(await client(method, path, body))).toEqual([403, "permission_missing"])
        }
        expect((await support!("GET", "/vendor/customers")).status).toBe(200)
        expect((await read(0, id)).status).toBe("pending")

        const move = (to: "suspended" | "closed") =>
          changeVendorStatusWorkflow(container).run({
            input: { vendor_id: vendorId, to, actor: "test", reason: "late parcels" },
          })
        // A change of the shop's state ends its people's sign-ins.
        const anew = () =>
          signIn(api.defaults.baseURL, "user", `fulfilment.${vendorId.toLowerCase()}@shop.example.com`)
        await move("suspended")
        expect(refusal(await fulfilment!("POST", `${order}/confirm`, {}))[0]).toBe(401)
        const packer = await anew()
        expect((await packer("POST", `${order}/confirm`, {})).status).toBe(200)
        const [line] = (await packer<OrderAnswer>("GET", order)).body.order.lines
        const items = [{ line_id: line!.id, quantity: 1 }]
        const sent = await packer<OrderAnswer>("POST", `${order}/fulfilments`, { items, is_shipped: true })
        expect([sent.status, sent.body.order?.status]).toEqual([201, "shipped"])
        await move("closed")
        const late = await anew()
        expect(refusal(await late("GET", order))).toEqual([403, "vendor_status_refused"])
        expect(refusal(await late("POST", `${order}/fulfilments`, { items }))).toEqual([
          403,
          "vendor_status_refused",
        ])
      })
    })

    describe("Two at once", () => {
      it("confirm, pack and cancel once", async () => {
        const { order_id, session, part } = await desk.buy([0, 1, 2])
        const [first, second] = [await part(0), await part(1)]
        const lines = (await read(0, first)).lines
        const items = [{ line_id: lines[0]!.id, quantity: 1 }]

        const confirms = await Promise.all([1, 2, 3].map(() => act(0, first, "confirm")))
        expect(confirms.map(({ status }) => status)).toEqual([200, 200, 200])
        const packs = await Promise.all([1, 2].map(() => act(0, first, "fulfilments", { items })))
        expect(packs.map(refusal).toSorted()).toEqual([
          [201, undefined],
          [400, "vendor_order_quantity_refused"],
        ])
        const cancels = await Promise.all([cancel(1, second), cancel(1, second), cancel(2, await part(2))])
        expect(cancels.map(({ status }) => status)).toEqual([200, 200, 200])

        const order = await read(0, first)
        expect(order.history.map(({ to_status }) => to_status)).toEqual(["pending", "confirmed"])
        expect(order.fulfilments).toHaveLength(1)
        expect((await read(1, second)).history.map(({ to_status }) => to_status)).toEqual([
          "pending",
          "canceled",
        ])
        const rows = await desk.rows(order_id)
        const canceled = rows
          .filter(({ status }) => status === "canceled")
          .map((row) => Number(row.charged_minor))
        expect(canceled).toHaveLength(2)
        expect(bench.refundsOf(session).toSorted()).toEqual(canceled.toSorted())
        await desk.expectSettled(order_id, bench.paidAt(session))
        await bench.books.kinds()
      })
    })

    describe("A shop's order", () => {
      it("goes from paid to delivered in parts, with tracking, and every repeat changes nothing", async () => {
        const { part } = await desk.buy([0, 1], { quantity: 3 })
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
        expect(await desk.stock(0)).toEqual({ stocked: 98, reserved: 1 })
        expect(refusal(await ask(2))).toEqual([400, "vendor_order_quantity_refused"])
        expect(refusal(await cancel(0, id))).toEqual([400, "vendor_order_transition_refused"])

        const undo = `fulfilments/${packed.body.fulfilment_id}/cancel`
        expect([(await act(0, id, undo)).status, (await act(0, id, undo)).status]).toEqual([200, 200])
        expect(await desk.stock(0)).toEqual({ stocked: 100, reserved: 3 })
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
        expect(await desk.stock(0)).toEqual({ stocked: 97, reserved: 0 })
      })

      it("follows what staff do on core's own routes, and is off when the whole order is", async () => {
        const { order_id, part } = await desk.buy([0, 1])
        const id = await part(0)
        const [line] = await desk.service.linesOfVendor(market.vendors[0]!.id, [id])
        const packed = await admin<{ order: { fulfillments?: { id: string }[] } }>(
          "POST",
          `/admin/orders/${order_id}/fulfillments?fields=*fulfillments`,
          { items: [{ id: line!.source_id, quantity: 1 }], shipping_option_id: await desk.optionOf(id) }
        )
        expect([packed.status, packed.body.message]).toEqual([200, undefined])
        await bench.eventually(async () => expect((await read(0, id)).status).toBe("confirmed"))
        const [fulfilment] = (await read(0, id)).fulfilments
        await admin("POST", `/admin/orders/${order_id}/fulfillments/${fulfilment!.id}/mark-as-delivered`, {})
        await bench.eventually(async () => expect((await read(0, id)).status).toBe("delivered"))

        const off = await desk.buy([0, 1])
        await admin("POST", `/admin/orders/${off.order_id}/cancel`, {})
        const offId = await off.part(1)
        await bench.eventually(async () => expect((await read(1, offId)).status).toBe("canceled"))
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
        const { order_id, part } = await desk.buy([0], { provider: "pp_system_default" })
        const id = await part(0)

        expect(await read(0, id)).toMatchObject({ payment_status: "authorized", is_payable: false })
        expect(refusal(await cancel(0, id))).toEqual([400, "vendor_order_cancel_unsupported"])
        const payments = container.resolve(Modules.PAYMENT)
        const [collection] = await payments.listPaymentCollections({})
        await payments.updatePaymentCollections(collection!.id, { status: "canceled" } as object)

        expect((await read(0, id)).payment_status).toBe("unpaid")
        expect(refusal(await act(0, id, "confirm"))).toEqual([400, "vendor_order_not_paid"])
        expect(refusal(await pack(0, id, 1))).toEqual([400, "vendor_order_not_paid"])
        expect((await desk.commercial(order_id)).items).toHaveLength(1)
        expect((await read(0, id)).status).toBe("pending")
      })
    })

    describe("A cancellation", () => {
      it("gives back exactly the shop's share, with its discount, and leaves the others alone", async () => {
        const { order_id, session, part } = await desk.buy([0, 1, 2], { quantity: 2, codes: ["TEN"] })
        const id = await part(1)
        const vendorId = market.vendors[1]!.id
        const others = async () =>
          (await desk.rows(order_id))
            .filter(({ vendor_id }) => vendor_id !== vendorId)
            .map((row) => ({ ...row }))
        const before = await others()
        const [row] = await desk.service.listVendorOrders({ id })
        expect(BigInt(row!.platform_discount_minor)).toBeGreaterThan(0n)
        const booked = () =>
          Promise.all(market.vendors.map((vendor) => bench.books.balance("vendor_pending", vendor.id)))
        const owed = await booked()

        const { status, body } = await cancel(1, id)
        const again = await act(1, id, "cancel", { reason: "another reason" })

        expect([status, again.status]).toEqual([200, 200])
        expect(body.order).toMatchObject({
          status: "canceled",
          is_payable: false,
          cancellation: { reason: "Out of stock", refund_status: "made" },
        })
        expect(again.body.order).toEqual(body.order)
        expect(bench.refundsOf(session)).toEqual([Number(row!.charged_minor)])
        expect(await others()).toEqual(before)
        await desk.expectSettled(order_id, bench.paidAt(session))
        const left = await desk.commercial(order_id)
        expect([left.status, left.items.length, left.shipping_methods.length]).toEqual(["pending", 2, 2])
        expect(await desk.stock(1)).toEqual({ stocked: 100, reserved: 0 })
        expect(await booked()).toEqual(owed.map((amount, index) => (index === 1 ? 0n : amount)))
        const frozen = before.map((part) => [
          BigInt(part.commission_minor),
          BigInt(part.platform_discount_minor),
        ])
        expect(await bench.books.balance("commission")).toBe(-frozen.reduce((sum, [fee]) => sum + fee!, 0n))
        expect(await bench.books.balance("promotion_expense")).toBe(
          frozen.reduce((sum, [, discount]) => sum + discount!, 0n)
        )

        expect((await pack(0, await part(0), 2, true)).body.order.status).toBe("shipped")
        expect(refusal(await cancel(0, await part(0)))).toEqual([400, "vendor_order_transition_refused"])
        expect((await cancel(2, await part(2))).status).toBe(200)
        expect((await desk.commercial(order_id)).status).toBe("pending")
        await desk.expectSettled(order_id, bench.paidAt(session))
      })

      it("of all there is cancels the order; one that was partly refunded waits for staff", async () => {
        const { order_id, session, part } = await desk.buy([0], { quantity: 3 })
        expect((await cancel(0, await part(0))).status).toBe(200)

        expect((await desk.commercial(order_id)).status).toBe("canceled")
        expect(bench.refundsOf(session)).toEqual([bench.paidAt(session)])
        for (const account of ["vendor_pending", "commission", "unallocated"] as const) {
          expect([account, await bench.books.balance(account)]).toEqual([account, 0n])
        }

        const refunded = await desk.buy([0, 1])
        const payments = await container
          .resolve(Modules.PAYMENT)
          .listPayments({}, { order: { created_at: "DESC" } })
        await admin("POST", `/admin/payments/${payments[0]!.id}/refund`, { amount: 100 })
        expect(refusal(await cancel(1, await refunded.part(1)))).toEqual([
          400,
          "vendor_order_cancel_unsupported",
        ])
        expect(bench.refundsOf(refunded.session)).toEqual([10000])
        expect(refusal(await act(1, await refunded.part(1), "cancel", { reason: " " }))[0]).toBe(400)
      })

      it.each(["5xx_before_commit", "5xx_after_commit"] as const)(
        "is refunded once, to this shop's account, when the gateway breaks (%s)",
        async (kind) => {
          const { order_id, session, part } = await desk.buy([0, 1])
          const id = await part(1)
          sandbox.control.fault({ on: "POST /refund", kind })

          const { status, body } = await cancel(1, id)
          expect([status, body.order.status, body.order.cancellation?.refund_status]).toEqual([
            200,
            "canceled",
            "pending",
          ])
          sandbox.control.clearFaults()
          await bench.reconcile()
          const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
          await knex.raw(`update gateway_refund set posted_at = posted_at - interval '1 hour'`)
          await bench.reconcile()
          await finish()
          await finish()

          expect((await read(1, id)).cancellation?.refund_status).toBe("made")
          const [row] = await desk.service.listVendorOrders({ id })
          expect(bench.refundsOf(session)).toEqual([Number(row!.charged_minor)])
          await bench.reconcile()
          await desk.expectSettled(order_id, bench.paidAt(session))
          expect(await bench.books.balance("vendor_pending", market.vendors[1]!.id)).toBe(0n)
        }
      )

      const refundByHand = async (amountMinor: bigint) => {
        const [payment] = await container
          .resolve(Modules.PAYMENT)
          .listPayments({}, { order: { created_at: "DESC" }, take: 1 })
        const amount = Number(amountMinor) / 100
        expect((await admin("POST", `/admin/payments/${payment!.id}/refund`, { amount })).status).toBe(200)
      }

      it("whose refund the gateway refuses for good is staff's: the buyer gets it once, from this shop", async () => {
        const { order_id, session, part } = await desk.buy([0, 1, 2])
        const id = await part(1)
        const [row] = await desk.service.listVendorOrders({ id })
        const charged = BigInt(row!.charged_minor)
        const owed = await bench.books.balance("vendor_pending", market.vendors[0]!.id)
        // All is given back in the gateway's own dashboard, so that it refuses any more.
        await fetch(`${sandbox.url}/refund`, {
          method: "POST",
          headers: { authorization: `Bearer ${sandbox.secret_key}` },
          body: JSON.stringify({ transaction: session.data.reference }),
        })
        const [foreign] = sandbox.control.refunds()
        await bench.eventually(async () => expect(foreign!.status).toBe("processed"))

        const { status, body } = await cancel(1, id)
        expect([status, body.order.cancellation?.refund_status]).toEqual([200, "refused"])
        expect(await bench.notices()).toContain("A canceled order could not be refunded")

        // It fails after all, so the gateway would now make whatever it is asked for.
        foreign!.status = "failed"
        await refundByHand(charged)
        await bench.eventually(async () =>
          expect(await bench.books.balance("vendor_pending", market.vendors[1]!.id)).toBe(0n)
        )
        await finish()
        const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await knex.raw(`update vendor_order_cancellation set stage = 'withdrawn'`)
        await finish()

        const given = sandbox.control.refunds().filter((refund) => refund !== foreign)
        expect(given.map(({ amount }) => amount)).toEqual([Number(charged)])
        expect((await read(1, id)).cancellation?.refund_status).toBe("refused")
        expect(await bench.books.balance("vendor_pending", market.vendors[0]!.id)).toBe(owed)
        await desk.expectSettled(order_id, bench.paidAt(session))
      })

      it("that a crash left before it began is refused when staff have paid the buyer meanwhile", async () => {
        const { order_id, session, part } = await desk.buy([0, 1])
        const vendor_order = await desk.service.findOfVendor(market.vendors[1]!.id, await part(1))
        await desk.service.openCancellation({
          vendor_order_id: vendor_order.id,
          order_id,
          vendor_id: vendor_order.vendor_id,
          amount_minor: vendor_order.charged_minor,
          actor: "user_gone",
          reason: "Out of stock",
        })
        await refundByHand(vendor_order.charged_minor)
        await finish()

        expect(bench.refundsOf(session)).toEqual([Number(vendor_order.charged_minor)])
        expect(await read(1, vendor_order.id)).toMatchObject({ status: "pending", cancellation: null })
        expect((await desk.commercial(order_id)).items).toHaveLength(2)
      })

      it("that a crash left is finished: before the goods left, and after the refund was asked for", async () => {
        const { order_id, session, part } = await desk.buy([0, 1, 2])
        for (const shop of [0, 1]) {
          const vendor_order = await desk.service.findOfVendor(market.vendors[shop]!.id, await part(shop))
          const opened = await desk.service.openCancellation({
            vendor_order_id: vendor_order.id,
            order_id,
            vendor_id: vendor_order.vendor_id,
            amount_minor: vendor_order.charged_minor,
            actor: "user_gone",
            reason: "Out of stock",
          })
          expect(opened.stage).toBe("opened")
        }
        await finish()
        expect(await desk.refundedParts(order_id)).toEqual(2)
        // As if the server had died before it noted that the refund was made.
        const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await knex.raw(`update vendor_order_cancellation set stage = 'withdrawn', refund_key = null`)
        await knex.raw(`delete from order_transaction where reference = 'refund'`)
        await finish()

        expect(bench.refundsOf(session)).toHaveLength(2)
        expect((await read(0, await part(0))).cancellation?.refund_status).toBe("made")
        await bench.books.kinds()
        const refunds = await container
          .resolve(Modules.ORDER)
          .listOrderTransactions({ reference: "refund" } as object)
        expect(refunds).toHaveLength(2)
      })
    })

    describe("Lists", () => {
      it("filter, search, sort and page a shop's orders in a few statements, however many there are", async () => {
        const first = await desk.buy([0, 1])
        await desk.buy([0], { quantity: 4 })
        await desk.buy([0], { quantity: 2 })
        await act(0, await first.part(0), "confirm")
        const [line] = (await read(0, await first.part(0))).lines
        const list = async (query: string) => {
          const { status, body } = await shops[0]!<{ orders: VendorOrderBody[]; count: number }>(
            "GET",
            `/vendor/orders?${query}`
          )
          return {
            status,
            count: body.count,
            numbers: body.orders?.map(({ display_number }) => display_number),
          }
        }
        const found = async (query: string) => (await list(query)).numbers

        expect(await found("")).toEqual(["3-1", "2-1", "1-1"])
        expect(await found("order=number")).toEqual(["1-1", "2-1", "3-1"])
        expect(await found("order=-total")).toEqual(["2-1", "3-1", "1-1"])
        expect(await list("limit=1&offset=1")).toEqual({ status: 200, count: 3, numbers: ["2-1"] })
        expect(await found("status=confirmed")).toEqual(["1-1"])
        expect(await found("status[]=confirmed&status[]=pending")).toHaveLength(3)
        expect(await found("currency_code=GHS")).toEqual([])
        expect(await found("created_at[$gte]=2020-01-01&created_at[$lt]=2021-01-01")).toEqual([])
        expect(await found("created_at[$gte]=2020-01-01")).toHaveLength(3)
        for (const [q, hits] of [
          ["%232-1", 1],
          ["NGOZI%20eze", 3],
          ["ngozi@example", 3],
          [line!.sku.toLowerCase(), 3],
          [encodeURIComponent(line!.title), 3],
          ["%25", 0],
          ["_", 0],
          ["nobody'--", 0],
        ] as const) {
          expect([q, (await list(`q=${q}`)).count]).toEqual([q, hits])
        }
        const [few, many] = [
          await desk.statements(() => list("limit=1")),
          await desk.statements(() => list("limit=3")),
        ]
        expect([many - few, few > 2, many <= 9]).toEqual([0, true, true])

        type Customers = { customers: Record<string, unknown>[]; count: number }
        const people = (await shops[0]!<Customers>("GET", "/vendor/customers?q=ngozi")).body
        const total = (await desk.rows(first.order_id)).length
        expect([people.count, total]).toEqual([1, 2])
        const spent = (await desk.service.listVendorOrders({ vendor_id: market.vendors[0]!.id })).reduce(
          (sum, row) => sum + BigInt(row.total_minor),
          0n
        )
        expect(people.customers[0]).toMatchObject({
          name: "Ngozi Eze",
          city: "Ikeja",
          country_code: "ng",
          orders_count: 3,
          spent: [{ currency_code: "ngn", amount: String(Number(spent) / 100) }],
        })
        const id = people.customers[0]!.id
        const theirs = (await shops[1]!<Customers>("GET", "/vendor/customers")).body.customers[0]!
        expect([theirs.orders_count, theirs.id === id]).toEqual([1, false])
        expect(refusal(await shops[1]!("GET", `/vendor/customers/${id}`))).toEqual([
          404,
          "vendor_customer_not_found",
        ])
        const { body } = await shops[0]!<{ customer: { orders: unknown[] } }>(
          "GET",
          `/vendor/customers/${id}`
        )
        expect(body.customer.orders).toHaveLength(3)
        expect((await shops[0]!("GET", "/vendor/customers?q=nobody")).body).toMatchObject({
          customers: [],
          count: 0,
        })
        expect((await shops[0]!("GET", "/vendor/customers?order=email")).status).toBe(400)
      })
    })
  },
})
