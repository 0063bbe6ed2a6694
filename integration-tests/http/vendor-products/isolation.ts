import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Page, type ProductSuite, SHIRT, toolsOf } from "./suite"

export function describeIsolation(suite: ProductSuite): void {
  const { as, create } = toolsOf(suite)

  /** All rows that belong to the second shop's products, as text. */
  const rowsOfOther = async () => {
    const { data } = await suite.container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "product",
      fields: [
        "*",
        "images.*",
        "options.*",
        "options.values.*",
        "variants.*",
        "variants.prices.*",
        "variants.options.*",
        "variants.inventory_items.inventory.*",
        "variants.inventory_items.inventory.location_levels.*",
        "vendor.id",
        "shipping_profile.id",
      ],
      filters: { id: suite.market.vendors[1]!.products.map(({ id }) => id) },
    })

    return JSON.stringify(data)
  }

  describe("another shop", () => {
    it("finds nothing of this one, by any id in a path, and changes no row of it", async () => {
      const thief = await as("owner@one.example.com")
      const mine = await create(thief)
      const victim = suite.market.vendors[1]!.products[0]!
      const before = await rowsOfOther()
      const { data } = await suite.container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "product",
        fields: ["options.id"],
        filters: { id: victim.id },
      })
      const optionId = (data as unknown as { options: { id: string }[] }[])[0]!.options[0]!.id
      const theirs = `/vendor/products/${victim.id}`
      const own = `/vendor/products/${mine.id}`
      const price = { prices: [{ currency_code: "ngn", amount: 1 }] }
      const noProduct: [string, string, unknown?][] = [
        ["GET", theirs],
        ["POST", theirs, { title: "Stolen" }],
        ["DELETE", theirs],
        ["POST", `${theirs}/submit`, {}],
        ["GET", `${theirs}/variants`],
        ["POST", `${theirs}/variants`, { title: "X", options: { Size: "One" } }],
        ["GET", `${theirs}/variants/${victim.variant_id}`],
        ["POST", `${theirs}/variants/${victim.variant_id}`, price],
        ["DELETE", `${theirs}/variants/${victim.variant_id}`],
        // The own variant below another's product.
        ["POST", `${theirs}/variants/${mine.variants[0]!.id}`, price],
        ["POST", `${theirs}/options`, { title: "X", values: ["Y"] }],
        ["POST", `${theirs}/options/${optionId}`, { title: "X" }],
        ["DELETE", `${theirs}/options/${optionId}`],
        ["GET", "/vendor/products/prod_none"],
        ["GET", `/vendor/products/${victim.id},${mine.id}`],
        ["DELETE", "/vendor/products/undefined"],
        ["POST", "/vendor/products/%7B%7D", { title: "X" }],
      ]
      for (const [method, path, body] of noProduct) {
        const answer = await thief(method, path, body)
        expect([method, path, answer.status, answer.body.code]).toEqual([
          method,
          path,
          404,
          "product_not_found",
        ])
      }
      const foreignVariant = { status: 404, body: { code: "product_variant_not_found" } }
      for (const [method, body] of [["GET"], ["POST", price], ["DELETE"]] as [string, object?][]) {
        expect(await thief(method, `${own}/variants/${victim.variant_id}`, body)).toMatchObject(
          foreignVariant
        )
      }
      const foreignOption = { status: 404, body: { code: "product_option_not_found" } }
      expect(await thief("POST", `${own}/options/${optionId}`, { title: "X" })).toMatchObject(foreignOption)
      expect(await thief("DELETE", `${own}/options/${optionId}`)).toMatchObject(foreignOption)
      expect(await rowsOfOther()).toBe(before)
      expect(
        await thief("GET", own, undefined, { "x-vendor-id": suite.market.vendors[1]!.id })
      ).toMatchObject({
        status: 404,
        body: { code: "vendor_not_found" },
      })
    })

    it("cannot be reached through fields or filters", async () => {
      const thief = await as("owner@one.example.com")
      const other = suite.market.vendors[1]!
      const victim = other.products[0]!
      const walks = [
        "*vendor",
        "vendor.id",
        "*variants.order_items",
        "variants.order_items.order.email",
        "sales_channels.orders.email",
        "metadata",
        "*",
        "*sales_channels",
        "*shipping_profile",
        "categories.products.id",
        "variants.product.vendor.id",
      ]
      const marks = [other.id, victim.id, '"vendor"', "order_items", "sales_channels", "metadata"]
      const paths = ["/vendor/products", `/vendor/products/${suite.market.vendors[0]!.products[0]!.id}`]
      for (const path of walks.flatMap((fields) => paths.map((each) => `${each}?fields=${fields}`))) {
        const answer = await thief("GET", path)
        const text = JSON.stringify(answer.body)
        expect([path, answer.status, marks.filter((mark) => text.includes(mark))]).toEqual([path, 200, []])
      }
      const filters = [
        `$or[0][id]=${victim.id}`,
        `$and[0][id]=${victim.id}`,
        `id=${victim.id}`,
        `id[]=${victim.id}`,
        `vendor_id=${other.id}`,
        `vendor[id]=${other.id}`,
        `vendor.id=${other.id}`,
        "status[$ne]=draft",
        "category_id[$ne]=x",
        "q[$ilike]=%25",
        "with_deleted=true",
        "order=vendor.name",
        "order=-metadata",
        "limit=101",
        "limit=0",
        "limit=-1",
        "offset=-1",
        "created_at[$ne]=x",
        "created_at[$gt]=yesterday",
      ]
      for (const query of filters) {
        expect([query, (await thief("GET", `/vendor/products?${query}`)).status]).toEqual([query, 400])
      }
    })

    it("cannot be reached through the body, and neither can what is not a shop's to set", async () => {
      const thief = await as("owner@one.example.com")
      const mine = await create(thief)
      const other = suite.market.vendors[1]!
      const victim = other.products[0]!
      const before = await rowsOfOther()
      const stolen = { title: "Stolen", prices: [{ currency_code: "ngn", amount: 1 }] }
      const always = [
        { id: victim.id },
        { vendor_id: other.id },
        { additional_data: { vendor_id: other.id } },
        { option_ids: ["opt_x"] },
        { images: [{ id: "img_x", url: "http://localhost:9000/static/a.jpg" }] },
        { sales_channels: [{ id: suite.market.sales_channel_id }] },
        { shipping_profile_id: "sp_x" },
        { metadata: { a: 1 } },
        { external_id: "x" },
        { discountable: false },
        { is_giftcard: true },
        { collection_id: "pcol_x" },
        { status: "rejected" },
        { created_at: "2020-01-01" },
      ]
      const tries: [string, object][] = always.flatMap((body): [string, object][] => [
        [`/vendor/products/${mine.id}`, body],
        ["/vendor/products", { ...SHIRT, ...body }],
      ])
      const variant = `/vendor/products/${mine.id}/variants/${mine.variants[0]!.id}`
      const inVariant = [
        { id: victim.variant_id },
        { product_id: victim.id },
        { inventory_items: [] },
        { metadata: {} },
        { prices: [{ id: "price_x", currency_code: "ngn", amount: 1 }] },
      ]
      tries.push(
        [`/vendor/products/${mine.id}`, { variants: [{ id: victim.variant_id, ...stolen }] }],
        [`/vendor/products/${mine.id}`, { options: [{ id: "opt_x" }] }],
        [variant, { stocked_quantity: 5 }],
        ...inVariant.flatMap((field): [string, object][] => [
          [variant, field],
          [`/vendor/products/${mine.id}/variants`, { title: "V", ...field }],
          ["/vendor/products", { title: "X", variants: [{ title: "V", ...field }] }],
        ])
      )
      for (const [path, body] of tries) {
        const answer = await thief("POST", path, body)
        expect([path, body, answer.status]).toEqual([path, body, 400])
      }
      expect(await rowsOfOther()).toBe(before)
      expect((await thief<Page>("GET", "/vendor/products")).body.count).toBe(3)
    })
  })
}
