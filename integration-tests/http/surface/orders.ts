import { setTimeout as sleep } from "node:timers/promises"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type AccessModuleService from "../../../src/modules/access/service"
import { lastMessage, messagesTo } from "../../helpers/outbox"
import { type Client, signIn } from "../../helpers/people"
import type { SurfaceSuite } from "./suite"

export function describeOrders(suite: SurfaceSuite): void {
  const { raw, placeOrder, sql, age } = suite

  describe("an order", () => {
    const read = (client: Client, id: string, query = "") => client("GET", `/store/orders/${id}${query}`)
    const buyer = (email: string) =>
      signIn(suite.base_url, "customer", email, { "x-publishable-api-key": suite.market.publishable_key })

    it("is open to all who know its id for a day, then to its buyer and its link's holder alone", async () => {
      const order = await placeOrder()
      const ada = await buyer("ada@example.com")
      const eve = await buyer("eve@example.com")
      const [found] = (
        await sql("select id from customer where email = ? and has_account", ["ada@example.com"])
      ).rows
      await sql(`update "order" set customer_id = ? where id = ?`, [found!.id, order.id])

      expect((await read(suite.store, order.id)).status).toBe(200)
      await age(order)
      const refusal = { status: 404, body: { code: "order_not_found" } }
      expect(await read(suite.store, order.id)).toMatchObject(refusal)
      expect(await read(eve, order.id)).toMatchObject(refusal)
      expect(
        await raw(
          `/store/orders/${order.id}`,
          { "x-publishable-api-key": suite.market.publishable_key },
          "HEAD"
        )
      ).toMatchObject({ status: 404 })
      expect((await read(ada, order.id)).status).toBe(200)
      const [hidden, unknown] = [await read(eve, order.id), await read(eve, "order_nobody")]
      expect(hidden.body).toEqual(unknown.body)
    })

    it("is shut at once when the operator says so", async () => {
      const order = await placeOrder()
      const access = suite.container.resolve<AccessModuleService>(ACCESS_MODULE)
      await access.createPlatformSettings({ key: "open_order_hours", value: 0 as never })

      expect(await read(suite.store, order.id)).toMatchObject({
        status: 404,
        body: { code: "order_not_found" },
      })
      await access.deletePlatformSettings("open_order_hours")
      expect((await read(suite.store, order.id)).status).toBe(200)
    })

    it("sends its link to its own address, answers the same to all, and fills no mailbox", async () => {
      const [order, other] = [await placeOrder(), await placeOrder()]
      await age(order)
      await age(other)
      const before = (await messagesTo("ngozi@example.com")).length
      const ask = (id: string) => suite.store("POST", `/store/orders/${id}/access-link`, {})
      const answer = await ask(order.id)
      const { text } = await lastMessage("ngozi@example.com", before)
      const token = /token=(\S+)/.exec(text)![1]!

      expect(answer).toMatchObject({ status: 202 })
      expect(JSON.stringify(answer.body)).not.toContain(token)
      expect((await ask("order_nobody")).body).toEqual({ ...answer.body, id: "order_nobody" })
      expect((await read(suite.store, order.id, `?token=${token}`)).status).toBe(200)
      for (const query of [
        "",
        `?token=${token}x`,
        `?token[]=${token}`,
        "?token=",
        `?token=${"x".repeat(500)}`,
      ]) {
        expect((await read(suite.store, order.id, query)).status).toBe(404)
      }
      expect((await read(suite.store, other.id, `?token=${token}`)).status).toBe(404)

      await Promise.all(Array.from({ length: 12 }, () => ask(order.id)))
      await sleep(1500)
      expect((await messagesTo("ngozi@example.com")).length - before).toBeLessThanOrEqual(3)
    })

    it("shows what is listed, whatever is asked for, and nothing that shops or gateways noted", async () => {
      const order = await placeOrder()
      await sql(`update "order" set metadata = '{"note":"MARK-A"}' where id = ?`, [order.id])
      await sql(`update product set metadata = '{"cost":"MARK-B"}'`, [])
      await sql(`update product_variant set metadata = '{"cost":"MARK-C"}'`, [])
      await sql(`update payment set data = '{"authorization_code":"MARK-D"}'`, [])
      const fields = [
        "+metadata",
        "+cart.id",
        "*items",
        "+items.metadata",
        "*items.variant",
        "*items.variant.product",
        "*payment_collections.payments",
        "*payment_collections.payment_sessions",
        "*fulfillments",
        "*customer",
        "customer.groups.*",
        "*vendor_orders",
        "*transactions",
        "*items.variant.inventory_items",
        "+items.variant.product.vendor.contact_email",
      ].join(",")
      const { status, body } = await read(suite.store, order.id, `?fields=${encodeURIComponent(fields)}`)
      const text = JSON.stringify(body)

      expect(status).toBe(200)
      expect(body.order).toMatchObject({ id: order.id, items: [{ product_title: expect.any(String) }] })
      for (const secret of [
        "MARK-",
        "commission",
        "contact_email",
        order.cart_id,
        "payment_sessions",
        '"data"',
      ]) {
        expect([secret, text.includes(secret)]).toEqual([secret, false])
      }
      const plain = (await read(suite.store, order.id)).body.order as Record<string, unknown>
      expect(plain).toMatchObject({
        email: "ngozi@example.com",
        shipping_address: { city: "Ikeja" },
        vendor_orders: [{ vendor: { id: suite.market.vendors[0]!.id } }],
        total: expect.any(Number),
      })
      await sql("update product set metadata = null", [])
    })

    it("is not shown by its cart either, once it has grown old", async () => {
      const order = await placeOrder()
      const running = await suite.shopper.createCart(suite.market.region_id, [
        suite.market.vendors[0]!.products[0]!.variant_id,
      ])

      expect((await suite.store("GET", `/store/carts/${order.cart_id}`)).status).toBe(200)
      expect((await suite.shopper.complete(order.cart_id)).body.order?.id).toBe(order.id)
      await age(order)
      expect(await suite.store("GET", `/store/carts/${order.cart_id}`)).toMatchObject({
        status: 404,
        body: { code: "cart_not_found" },
      })
      expect(await suite.shopper.complete(order.cart_id)).toMatchObject({ status: 404 })
      expect((await suite.store("GET", `/store/carts/${running.id}`)).status).toBe(200)
    })

    it("gives away neither its address by a transfer nor a return to strangers", async () => {
      const order = await placeOrder()
      const eve = await buyer("eve@example.com")
      const asked = await eve("POST", `/store/orders/${order.id}/transfer/request`, {})

      expect(asked).toMatchObject({ status: 200, body: { order: { id: order.id } } })
      expect(JSON.stringify(asked.body)).not.toContain("Ikeja")
      expect(JSON.stringify(asked.body)).not.toContain("ngozi")
      const cancelled = await eve("POST", `/store/orders/${order.id}/transfer/cancel`, {})
      expect(JSON.stringify(cancelled.body)).not.toContain("Ikeja")

      const line = (await suite.shopper.order(order.id)) as unknown as { items: { id: string }[] }
      const back = {
        order_id: order.id,
        items: [{ id: line.items[0]!.id, quantity: 1 }],
        return_shipping: { option_id: "so_x" },
      }
      for (const client of [suite.store, eve]) {
        expect(await client("POST", "/store/returns", back)).toMatchObject({
          status: 404,
          body: { code: "order_not_found" },
        })
      }
      expect(await suite.store("GET", "/store/orders")).toMatchObject({ status: 401 })
      expect((await eve<{ count: number }>("GET", "/store/orders")).body.count).toBe(0)
    })
  })
}
