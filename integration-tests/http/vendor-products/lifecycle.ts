import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { type One, type Page, type ProductSuite, SHIRT, toolsOf } from "./suite"

export function describeLifecycle(suite: ProductSuite): void {
  const { as, sold, create } = toolsOf(suite)

  describe("a shop's products", () => {
    it("are created whole: priced, stocked, in our channel and with the shop's profile, and then sold", async () => {
      const owner = await as("owner@one.example.com")
      const product = await create(owner, {
        ...SHIRT,
        description: '<p onclick="x()">Soft <b>cotton</b></p><script>steal()</script>',
        images: ["http://localhost:9000/static/a.jpg", "http://localhost:9000/static/b.jpg"],
        thumbnail: "http://localhost:9000/static/b.jpg",
        category_ids: [suite.category.open],
        tag_ids: [suite.tag_id],
        weight: 250,
      })

      expect(product).toMatchObject({
        title: "Ankara shirt",
        status: "published",
        description: "<p>Soft <b>cotton</b></p>",
        thumbnail: "http://localhost:9000/static/b.jpg",
        variant_count: 2,
        available_quantity: 7,
        lowest_prices: [{ currency_code: "ngn", amount: 9900 }],
        last_decision: null,
      })
      expect(product.handle).toMatch(/^ankara-shirt-[a-z0-9]{8}$/)
      expect(product.categories.map(({ id }) => id)).toEqual([suite.category.open])
      expect(product.variants.flatMap(({ prices }) => prices.map(({ amount }) => amount)).sort()).toEqual([
        12500.5, 9900,
      ])
      const { data } = await suite.container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "product",
        fields: ["vendor.id", "vendor.shipping_profile_id", "shipping_profile.id", "sales_channels.id"],
        filters: { id: product.id },
      })
      expect(data[0]).toMatchObject({
        vendor: { id: suite.market.vendors[0]!.id },
        sales_channels: [{ id: suite.market.sales_channel_id }],
      })
      const [row] = data as unknown as {
        vendor: { shipping_profile_id: string }
        shipping_profile: { id: string }
      }[]
      expect(row!.shipping_profile.id).toBe(row!.vendor.shipping_profile_id)
      expect(await sold()).toContain(product.id)

      const cart = await suite.shopper.call<{ cart: { id: string } }>("POST", "/store/carts", {
        region_id: suite.market.region_id,
        items: [{ variant_id: product.variants.find(({ title }) => title === "Small")!.id, quantity: 1 }],
      })
      expect(cart.status).toBe(200)
    })

    it("need no options, and can wait as a draft without variants", async () => {
      const owner = await as("owner@one.example.com")
      const draft = await create(owner, { title: "መርካቶ" })
      expect(draft).toMatchObject({
        status: "draft",
        variants: [],
        variant_count: 0,
        available_quantity: null,
      })
      expect(draft.handle).toMatch(/^product-[a-z0-9]{8}$/)
      expect(await sold()).not.toContain(draft.id)

      const simple = await create(owner, {
        title: "One size",
        handle: "one-size",
        variants: [{ title: "Only", manage_inventory: false, prices: [] }],
      })
      expect(simple).toMatchObject({ handle: "one-size", available_quantity: null, lowest_prices: [] })
      const again = await owner<One>("POST", "/vendor/products", { title: "Again", handle: "one-size" })
      expect(again).toMatchObject({ status: 400, body: { code: "product_handle_taken" } })
    })

    it("are listed with filters, search, order and count, and the shop's own only", async () => {
      const owner = await as("owner@one.example.com")
      const shirt = await create(owner, { ...SHIRT, category_ids: [suite.category.open] })
      const draft = await create(owner, { title: "Zebra mug" })
      const own = new Set([...suite.market.vendors[0]!.products.map(({ id }) => id), shirt.id, draft.id])
      const list = async (query: string) => (await owner<Page>("GET", `/vendor/products?${query}`)).body

      const all = await list("limit=100")
      expect(new Set(all.products.map(({ id }) => id))).toEqual(own)
      expect(all).toMatchObject({ count: 4, offset: 0, limit: 100 })
      expect(all.products.find(({ id }) => id === shirt.id)).toMatchObject({
        variant_count: 2,
        available_quantity: 7,
        lowest_prices: [{ currency_code: "ngn", amount: 9900 }],
      })
      expect((await list("status=draft")).products.map(({ id }) => id)).toEqual([draft.id])
      expect((await list("status[]=draft&status[]=published")).count).toBe(4)
      expect((await list(`category_id[]=${suite.category.open}`)).products.map(({ id }) => id)).toEqual([
        shirt.id,
      ])
      expect((await list("q=zebra")).products.map(({ id }) => id)).toEqual([draft.id])
      expect((await list("order=-title")).products[0]!.id).toBe(draft.id)
      const first = await list("order=title&limit=2")
      const second = await list("order=title&limit=2&offset=2")
      expect(new Set([...first.products, ...second.products].map(({ id }) => id))).toEqual(own)
      expect((await list("created_at[$gt]=2999-01-01")).count).toBe(0)
      expect((await list("created_at[$lt]=2999-01-01")).count).toBe(4)
      expect(
        (await owner<Page>("GET", `/vendor/products/${shirt.id}/variants?limit=1&order=-title`)).body
      ).toMatchObject({ count: 2, limit: 1, variants: [{ title: "Small" }] })
    })

    it("change in part: images keep their ids, the thumbnail follows, nothing else is touched", async () => {
      const owner = await as("owner@one.example.com")
      const [a, b, c] = ["a", "b", "c"].map((name) => `http://localhost:9000/static/${name}.jpg`)
      const product = await create(owner, { ...SHIRT, images: [a, b], subtitle: "Soft" })
      const kept = product.images.find(({ url }) => url === b)!.id
      const change = async (body: object) => owner<One>("POST", `/vendor/products/${product.id}`, body)

      const { body } = await change({ images: [c, b], subtitle: null, material: "Cotton" })
      expect(body.product).toMatchObject({
        thumbnail: c,
        subtitle: null,
        material: "Cotton",
        title: SHIRT.title,
      })
      expect(body.product.images.map(({ url }) => url).sort()).toEqual([b, c])
      expect(body.product.images.find(({ url }) => url === b)!.id).toBe(kept)
      expect(body.product.variants).toHaveLength(2)
      expect((await change({ thumbnail: a })).body).toMatchObject({ code: "product_thumbnail_invalid" })
      expect((await change({ thumbnail: b })).body.product.thumbnail).toBe(b)
      expect((await change({ images: [] })).body.product).toMatchObject({ images: [], thumbnail: null })
      expect((await change({ status: "draft" })).body.product.status).toBe("draft")
      expect(await sold()).not.toContain(product.id)
      expect((await change({ category_ids: [suite.category.open], tag_ids: [suite.tag_id] })).status).toBe(
        200
      )
      expect((await change({ category_ids: [] })).body.product.categories).toEqual([])
    })

    it("take two changes at once, and keep both that do not touch the same field", async () => {
      const owner = await as("owner@one.example.com")
      const product = await create(owner)
      const path = `/vendor/products/${product.id}`
      const answers = await Promise.all([
        owner("POST", path, { title: "From the left" }),
        owner("POST", path, { subtitle: "From the right" }),
        owner("POST", path, { title: "From above" }),
      ])
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      const { body } = await owner<One>("GET", path)
      expect(["From the left", "From above"]).toContain(body.product.title)
      expect(body.product).toMatchObject({ subtitle: "From the right", variant_count: 2 })
    })

    it("are created once of many at the same moment with one code, and leave nothing half done", async () => {
      const owner = await as("owner@one.example.com")
      const answers = await Promise.all(
        Array.from({ length: 6 }, () =>
          owner("POST", "/vendor/products", {
            title: "Racing",
            variants: [{ title: "V", sku: "RACE", barcode: "600123" }],
          })
        )
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400, 400])
      const { body } = await owner<Page>("GET", "/vendor/products?q=Racing")
      expect(body).toMatchObject({ count: 1, products: [{ variant_count: 1 }] })
      const { data } = await suite.container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "product",
        fields: ["id"],
        filters: { title: "Racing" },
      })
      expect(data).toHaveLength(1)
      const items = await suite.container.resolve(Modules.INVENTORY).listInventoryItems({ sku: "RACE" })
      expect(items).toHaveLength(1)
    })

    it("go with their stock, unless an open order waits for them", async () => {
      const owner = await as("owner@one.example.com")
      const product = await create(owner, {
        ...SHIRT,
        variants: SHIRT.variants.map((variant, index) => ({ ...variant, sku: `GONE-${index}` })),
      })
      const path = `/vendor/products/${product.id}`
      const small = product.variants.find(({ title }) => title === "Small")!
      const inventory = suite.container.resolve(Modules.INVENTORY)
      const [item] = await inventory.listInventoryItems({ sku: "GONE-0" })
      const [level] = await inventory.listInventoryLevels({ inventory_item_id: item!.id })
      const [reservation] = await inventory.createReservationItems([
        { inventory_item_id: item!.id, location_id: level!.location_id, quantity: 2 },
      ])

      const refused = { status: 400, body: { code: "product_in_open_orders" } }
      expect(await owner("DELETE", path)).toMatchObject(refused)
      expect(await owner("DELETE", `${path}/variants/${small.id}`)).toMatchObject(refused)
      expect(await owner("POST", `${path}/variants/${small.id}`, { manage_inventory: false })).toMatchObject(
        refused
      )
      expect((await owner<One>("GET", path)).body.product.available_quantity).toBe(5)

      await inventory.deleteReservationItems([reservation!.id])
      expect(await owner("DELETE", path)).toMatchObject({
        status: 200,
        body: { id: product.id, object: "product", deleted: true },
      })
      expect(await owner("GET", path)).toMatchObject({ status: 404, body: { code: "product_not_found" } })
      expect(await inventory.listInventoryItems({ sku: ["GONE-0", "GONE-1"] })).toEqual([])
      expect(await sold()).not.toContain(product.id)
      // The codes are free again.
      expect(
        (await create(owner, { title: "New", variants: [{ title: "A", sku: "GONE-0" }] })).id
      ).toBeTruthy()
    })
  })

  it("stays in the orders that it was bought in, when it is deleted", async () => {
    const owner = await as("owner@one.example.com")
    const product = await create(owner, {
      ...SHIRT,
      variants: SHIRT.variants.map(({ stocked_quantity: _, ...variant }) => ({
        ...variant,
        manage_inventory: false,
      })),
    })
    const path = `/vendor/products/${product.id}`
    const variants = product.variants.map(({ id }) => `${path}/variants/${id}`)
    const count = { manage_inventory: true }
    const cart = await suite.shopper.createCart(
      suite.market.region_id,
      product.variants.map(({ id }) => id)
    )
    await suite.shopper.chooseAnyShipping(cart.id)
    await suite.shopper.startPayment(cart.id, "pp_system_default")
    const orderId = (await suite.shopper.complete(cart.id)).body.order!.id
    const order = async () =>
      (
        await suite.shopper.must<{ order: { items: { id: string; title: string; variant_id: string }[] } }>(
          "GET",
          `/store/orders/${orderId}`
        )
      ).order
    const send = async (variantId: string) =>
      createOrderFulfillmentWorkflow(suite.container).run({
        input: {
          order_id: orderId,
          items: (await order()).items
            .filter(({ variant_id }) => variant_id === variantId)
            .map(({ id }) => ({ id, quantity: 1 })),
        },
      })

    // Counted from now on, what is sold already could never be sent.
    expect(await owner("POST", variants[0]!, count)).toMatchObject({
      status: 400,
      body: { code: "product_in_open_orders" },
    })
    await send(product.variants[0]!.id)
    expect((await owner("POST", variants[0]!, count)).status).toBe(200)

    expect((await owner("DELETE", path)).status).toBe(200)
    expect((await order()).items.map(({ title }) => title)).toEqual(["Ankara shirt", "Ankara shirt"])
    await send(product.variants[1]!.id)
  })
}
