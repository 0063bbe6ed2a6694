import { Modules } from "@medusajs/framework/utils"
import { refusal, type VendorOrderSuite } from "./suite"

export function describeOthersRecords(suite: VendorOrderSuite): void {
  const { read, act, pack } = suite

  describe("Another shop's", () => {
    it("order, line, fulfilment and return are not found, whatever carries the id, and stay as they are", async () => {
      const { order_id, part } = await suite.desk.buy([0, 1])
      const [own, other] = [await part(0), await part(1)]
      const packed = (await pack(1, other, 1)).body
      const { lines } = await read(1, other)
      const items = [{ line_id: lines[0]!.id, quantity: 1 }]
      const before = await read(1, other)

      expect((await suite.shops[0]!("GET", `/vendor/orders/${other}`)).body).toMatchObject({
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
      const sold = await suite.desk.service.listVendorOrderLines({ kind: "item" })
      const foreign = await suite.container.resolve(Modules.ORDER).createReturn({
        order_id,
        items: sold
          .filter(({ vendor_order_id }) => vendor_order_id === other)
          .map(({ source_id }) => ({ id: source_id, quantity: 1, note: "too small" })),
      })
      expect(refusal(await suite.shops[0]!("GET", `/vendor/returns/${foreign.id}`))).toEqual([
        404,
        "vendor_return_not_found",
      ])
      expect((await suite.shops[0]!("GET", `/vendor/returns?order_id=${other}`)).body).toMatchObject({
        returns: [],
        count: 0,
      })
      expect((await suite.shops[1]!("GET", `/vendor/returns/${foreign.id}`)).body).toMatchObject({
        return: {
          id: foreign.id,
          status: "requested",
          vendor_order_id: other,
          items: [{ line_id: lines[0]!.id, quantity: 1, received_quantity: 0, note: "too small" }],
        },
      })
      expect((await suite.shops[1]!("GET", "/vendor/returns?status=requested")).body).toMatchObject({
        count: 1,
      })
      expect((await suite.shops[1]!("GET", "/vendor/returns?status=received")).body).toMatchObject({
        count: 0,
      })
    })

    it("goods, money and buyer do not show in what a shop is answered", async () => {
      const { order_id, part } = await suite.desk.buy([0, 1])
      const own = await part(0)
      const [order] = await suite.container.resolve(Modules.ORDER).listOrders({ id: order_id })
      const [foreign] = (await read(1, await part(1))).lines
      const secrets = [
        ...[order_id, order!.customer_id, suite.market.vendors[1]!.id, foreign!.id, foreign!.sku],
        suite.market.vendors[1]!.products[0]!.id,
        "pay_",
        "metadata",
      ]

      for (const path of [
        `/vendor/orders/${own}`,
        "/vendor/orders",
        "/vendor/customers",
        "/vendor/returns",
      ]) {
        const text = JSON.stringify((await suite.shops[0]!("GET", path)).body)
        expect([path, secrets.filter((secret) => text.includes(String(secret)))]).toEqual([path, []])
      }
      expect(await read(0, own)).toMatchObject({
        buyer: { name: "Ngozi Eze", email: "ngozi@example.com", phone: "+2348012345678" },
        delivery_address: { address_1: "12 Allen Avenue", city: "Ikeja", country_code: "ng" },
      })
      expect(JSON.stringify((await suite.shops[0]!("GET", "/vendor/customers")).body)).not.toContain("@")

      const search = (q: string) => suite.shops[0]!("GET", `/vendor/orders?q=${encodeURIComponent(q)}`)
      expect((await search(foreign!.sku)).body).toMatchObject({ orders: [], count: 0 })
      for (const query of [
        "fields=*,order.*",
        `vendor_id=${suite.market.vendors[1]!.id}`,
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
        const { status, body } = await suite.shops[0]!("GET", `/vendor/orders?${query}`)
        const isHarmless = status === 200 && !JSON.stringify(body).includes(suite.market.vendors[1]!.id)
        expect([query, status === 400 || (query.startsWith("__proto__") && isHarmless)]).toEqual([
          query,
          true,
        ])
      }
    })
  })
}
