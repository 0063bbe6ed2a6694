import type { SurfaceSuite } from "./suite"

export function describeFields(suite: SurfaceSuite): void {
  const { sql } = suite

  describe("fields of the store", () => {
    it("reach nothing behind a product but what a shopper may know", async () => {
      const { id, handle } = suite.market.vendors[0]!
      await sql("update vendor set contact_email = 'MARK@shop.example.com' where id = ?", [id])
      const product = suite.market.vendors[0]!.products[0]!.id
      const wanted = [
        "vendor.contact_email",
        "*vendor",
        "vendor.*",
        "vendor.members.*",
        "*vendor.members",
        "vendor.status",
        "vendor.commission_rate_bps",
        "vendor.products.*",
        "*vendor_link",
        "product_vendor.*",
        "*product_vendor_product",
        "shipping_profile.*",
        "*sales_channels",
        "sales_channels.orders.email",
        "*variants.inventory_items",
        "*variants.inventory_items.inventory",
        "*variants.inventory_items.inventory.location_levels",
        "*variants.prices",
        "variants.prices.amount",
        "variants.price_set.*",
        "*variants.order_items",
        "variants.inventory_items.inventory.location_levels.stocked_quantity",
      ]
      const paths = [
        `/store/products/${product}`,
        "/store/products",
        "/store/product-variants",
        "/store/product-categories",
        "/store/collections",
        "/store/product-tags",
        "/store/product-types",
        `/store/vendors/${handle}`,
        "/store/vendors",
        `/store/vendors/${handle}/products`,
        "/store/regions",
        "/store/product-options",
        "/store/currencies",
      ]
      let answered = 0
      for (const path of paths) {
        for (const fields of [
          wanted.map((field) => (field.startsWith("*") ? field : `+${field}`)).join(","),
          `id,${wanted.map((field) => field.replace("*", "")).join(",")}`,
          ...wanted,
        ]) {
          const { status, body } = await suite.store("GET", `${path}?fields=${encodeURIComponent(fields)}`)
          const text = JSON.stringify(body)
          answered += Number(status === 200)
          expect([path, fields, status < 500]).toEqual([path, fields, true])
          for (const secret of [
            "MARK",
            "commission",
            "stocked_quantity",
            "inventory_item_id",
            "location_id",
            "price_set_id",
            "user_id",
            '"prices"',
            '"orders"',
          ]) {
            expect([path, fields, secret, text.includes(secret)]).toEqual([path, fields, secret, false])
          }
        }
      }

      expect(answered).toBeGreaterThan(paths.length * 10)
    })

    it("hold what buyers wrote without markup and without what hides", async () => {
      const { body } = await suite.store<{ cart: Record<string, Record<string, unknown>> }>(
        "POST",
        "/store/carts",
        {
          region_id: suite.market.region_id,
          shipping_address: {
            first_name: "<img src=x onerror=alert(1)>Ada\u202E",
            last_name: " O'Neil & <3 ",
            address_1: "1 < 2 Street",
            country_code: "ng",
          },
          metadata: { note: ["<script>alert(1)</script>hello"] },
        }
      )

      expect(body.cart.shipping_address).toMatchObject({
        first_name: "Ada",
        last_name: "O'Neil & <3",
        address_1: "1 < 2 Street",
      })
      expect(body.cart.metadata).toEqual({ note: ["hello"] })
    })
  })
}
