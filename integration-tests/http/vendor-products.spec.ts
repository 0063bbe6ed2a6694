import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createOrderFulfillmentWorkflow,
  createProductCategoriesWorkflow,
  createProductTagsWorkflow,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { VENDOR_ROLES } from "../../src/lib/permissions"
import { VENDOR_MODULE } from "../../src/modules/vendor"
import type VendorModuleService from "../../src/modules/vendor/service"
import { approveVendorWorkflow } from "../../src/workflows/vendor/workflows/approve-vendor"
import { changeVendorStatusWorkflow } from "../../src/workflows/vendor/workflows/change-vendor-status"
import { createVendorWorkflow } from "../../src/workflows/vendor/workflows/create-vendor"
import { makeVendorApiKey } from "../../src/workflows/vendor-member/make-api-key"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { clientWith, createMember, createStaff } from "../helpers/people"
import { Shopper } from "../helpers/shopper"
import { describeDecision } from "./vendor-products/decision"
import { describePictures } from "./vendor-products/pictures"
import { type One, type Page, type ProductSuite, SHIRT, toolsOf } from "./vendor-products/suite"

jest.setTimeout(300_000)

medusaIntegrationTestRunner({
  inApp: true,
  env: {},
  testSuite: ({ getContainer, api }) => {
    let container: MedusaContainer
    let market: Marketplace
    let shopper: Shopper
    let category: { open: string; internal: string; hidden: string }
    let tagId: string

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container, { vendors: 2, products_per_vendor: 2 })
      shopper = new Shopper(api.defaults.baseURL, market.publishable_key)
      for (const role of VENDOR_ROLES) {
        await createMember(container, market.vendors[0]!.id, role, `${role}@one.example.com`)
      }
      await createMember(container, market.vendors[1]!.id, "owner", "owner@two.example.com")
      await createStaff(container, "catalogue")
      await createStaff(container, "support")
      category = await createCategories(container)
      const { result: tags } = await createProductTagsWorkflow(container).run({
        input: { product_tags: [{ value: "handmade" }] },
      })
      tagId = tags[0]!.id
    })

    const suite: ProductSuite = {
      get base_url() {
        return api.defaults.baseURL
      },
      get container() {
        return container
      },
      get market() {
        return market
      },
      get shopper() {
        return shopper
      },
      get category() {
        return category
      },
      get tag_id() {
        return tagId
      },
    }
    const { as, set, sold, create, decide } = toolsOf(suite)

    describeDecision(suite)
    describePictures(suite)

    /** All rows that belong to the second shop's products, as text. */
    const rowsOfOther = async () => {
      const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
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
        filters: { id: market.vendors[1]!.products.map(({ id }) => id) },
      })

      return JSON.stringify(data)
    }

    describe("a shop's products", () => {
      it("are created whole: priced, stocked, in our channel and with the shop's profile, and then sold", async () => {
        const owner = await as("owner@one.example.com")
        const product = await create(owner, {
          ...SHIRT,
          description: '<p onclick="x()">Soft <b>cotton</b></p><script>steal()</script>',
          images: ["http://localhost:9000/static/a.jpg", "http://localhost:9000/static/b.jpg"],
          thumbnail: "http://localhost:9000/static/b.jpg",
          category_ids: [category.open],
          tag_ids: [tagId],
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
        expect(product.categories.map(({ id }) => id)).toEqual([category.open])
        expect(product.variants.flatMap(({ prices }) => prices.map(({ amount }) => amount)).sort()).toEqual([
          12500.5, 9900,
        ])
        const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
          entity: "product",
          fields: ["vendor.id", "vendor.shipping_profile_id", "shipping_profile.id", "sales_channels.id"],
          filters: { id: product.id },
        })
        expect(data[0]).toMatchObject({
          vendor: { id: market.vendors[0]!.id },
          sales_channels: [{ id: market.sales_channel_id }],
        })
        const [row] = data as unknown as {
          vendor: { shipping_profile_id: string }
          shipping_profile: { id: string }
        }[]
        expect(row!.shipping_profile.id).toBe(row!.vendor.shipping_profile_id)
        expect(await sold()).toContain(product.id)

        const cart = await shopper.call<{ cart: { id: string } }>("POST", "/store/carts", {
          region_id: market.region_id,
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
        const shirt = await create(owner, { ...SHIRT, category_ids: [category.open] })
        const draft = await create(owner, { title: "Zebra mug" })
        const own = new Set([...market.vendors[0]!.products.map(({ id }) => id), shirt.id, draft.id])
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
        expect((await list(`category_id[]=${category.open}`)).products.map(({ id }) => id)).toEqual([
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
        expect((await change({ category_ids: [category.open], tag_ids: [tagId] })).status).toBe(200)
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
        const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
          entity: "product",
          fields: ["id"],
          filters: { title: "Racing" },
        })
        expect(data).toHaveLength(1)
        const items = await container.resolve(Modules.INVENTORY).listInventoryItems({ sku: "RACE" })
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
        const inventory = container.resolve(Modules.INVENTORY)
        const [item] = await inventory.listInventoryItems({ sku: "GONE-0" })
        const [level] = await inventory.listInventoryLevels({ inventory_item_id: item!.id })
        const [reservation] = await inventory.createReservationItems([
          { inventory_item_id: item!.id, location_id: level!.location_id, quantity: 2 },
        ])

        const refused = { status: 400, body: { code: "product_in_open_orders" } }
        expect(await owner("DELETE", path)).toMatchObject(refused)
        expect(await owner("DELETE", `${path}/variants/${small.id}`)).toMatchObject(refused)
        expect(
          await owner("POST", `${path}/variants/${small.id}`, { manage_inventory: false })
        ).toMatchObject(refused)
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
      const cart = await shopper.createCart(
        market.region_id,
        product.variants.map(({ id }) => id)
      )
      await shopper.chooseAnyShipping(cart.id)
      await shopper.startPayment(cart.id, "pp_system_default")
      const orderId = (await shopper.complete(cart.id)).body.order!.id
      const order = async () =>
        (
          await shopper.must<{ order: { items: { id: string; title: string; variant_id: string }[] } }>(
            "GET",
            `/store/orders/${orderId}`
          )
        ).order
      const send = async (variantId: string) =>
        createOrderFulfillmentWorkflow(container).run({
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

    describe("variants and options", () => {
      it("are added, changed and removed with their prices and stock", async () => {
        const owner = await as("owner@one.example.com")
        const product = await create(owner)
        const path = `/vendor/products/${product.id}`
        await owner("POST", `${path}/options/${product.options[0]!.id}`, { values: ["S", "M", "L"] })
        const added = await owner<One>("POST", `${path}/variants`, {
          title: "Large",
          sku: "SHIRT-L",
          options: { Size: "L" },
          prices: [{ currency_code: "ngn", amount: "15000" }],
          stocked_quantity: 3,
        })
        expect(added).toMatchObject({
          status: 201,
          body: { variant: { sku: "SHIRT-L", manage_inventory: true } },
        })
        const large = `${path}/variants/${added.body.variant.id}`
        expect((await owner<One>("GET", path)).body.product.available_quantity).toBe(10)

        const changed = await owner<One>("POST", large, {
          sku: "SHIRT-XL",
          prices: [{ currency_code: "ngn", amount: "14000.05" }],
          allow_backorder: true,
        })
        expect(changed.body.variant).toMatchObject({
          sku: "SHIRT-XL",
          prices: [{ id: added.body.variant.prices[0]!.id, amount: 14000.05, currency_code: "ngn" }],
        })
        const inventory = container.resolve(Modules.INVENTORY)
        expect(await inventory.listInventoryItems({ sku: "SHIRT-L" })).toHaveLength(0)
        expect(await inventory.listInventoryItems({ sku: "SHIRT-XL" })).toHaveLength(1)

        await owner("POST", large, { manage_inventory: false })
        expect(await inventory.listInventoryItems({ sku: "SHIRT-XL" })).toHaveLength(0)
        expect(await owner("POST", large, { manage_inventory: true })).toMatchObject({ status: 200 })
        const [item] = await inventory.listInventoryItems({ sku: "SHIRT-XL" })
        expect(await inventory.listInventoryLevels({ inventory_item_id: item!.id })).toHaveLength(1)

        expect(await owner("DELETE", large)).toMatchObject({
          status: 200,
          body: { object: "product_variant", deleted: true },
        })
        expect((await owner<One>("GET", path)).body.product.variant_count).toBe(2)
      })

      it("keep the prices that staff have made when a shop sets its own", async () => {
        const owner = await as("owner@one.example.com")
        const product = await create(owner)
        const variant = product.variants[0]!
        const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
          entity: "product_variant",
          fields: ["price_set.id"],
          filters: { id: variant.id },
        })
        const priceSetId = (data as unknown as { price_set: { id: string } }[])[0]!.price_set.id
        const pricing = container.resolve(Modules.PRICING)
        await pricing.addPrices({
          priceSetId,
          prices: [{ amount: 1, currency_code: "ngn", rules: { region_id: market.region_id } }],
        })
        const path = `/vendor/products/${product.id}/variants/${variant.id}`
        const { body } = await owner<One>("POST", path, { prices: [{ currency_code: "ngn", amount: 500 }] })
        expect(body.variant.prices.map(({ amount }) => amount)).toEqual([500])
        const prices = await pricing.listPrices({ price_set_id: [priceSetId] })
        expect(prices.map(({ amount }) => Number(amount)).sort()).toEqual([1, 500])
      })

      it("always choose one known value of each option, and never the same as another variant", async () => {
        const owner = await as("owner@one.example.com")
        const product = await create(owner)
        const path = `/vendor/products/${product.id}`
        const refused = { status: 400, body: { code: "product_options_invalid" } }
        const variant = (options?: object) => owner("POST", `${path}/variants`, { title: "X", options })
        expect(await variant()).toMatchObject(refused)
        expect(await variant({})).toMatchObject(refused)
        expect(await variant({ Size: "XXL" })).toMatchObject(refused)
        expect(await variant({ Size: "S" })).toMatchObject(refused)
        expect(await variant({ Size: "S", Colour: "red" })).toMatchObject(refused)
        expect(await variant({ toString: "S" })).toMatchObject({ status: 400 })
        expect(
          await owner("POST", "/vendor/products", {
            ...SHIRT,
            variants: [SHIRT.variants[0], SHIRT.variants[0]],
          })
        ).toMatchObject(refused)

        const coloured = await owner<One>("POST", `${path}/options`, {
          title: "Colour",
          values: ["Red", "Blue"],
        })
        expect(coloured.status).toBe(201)
        expect(coloured.body.product.options.map(({ title }) => title).sort()).toEqual(["Colour", "Size"])
        for (const each of coloured.body.product.variants) {
          expect(each.options.map(({ value }) => value)).toContain("Red")
        }
        expect(await variant({ Size: "S", Colour: "Blue" })).toMatchObject({ status: 201 })
        const option = (title: string) =>
          coloured.body.product.options.find((each) => each.title === title)!.id
        expect(await owner("DELETE", `${path}/options/${option("Colour")}`)).toMatchObject(refused)
        expect(await owner("POST", `${path}/options/${option("Size")}`, { values: ["M"] })).toMatchObject(
          refused
        )
        expect(await owner("POST", `${path}/options/${option("Size")}`, { title: "Colour" })).toMatchObject(
          refused
        )
        const renamed = await owner<One>("POST", `${path}/options/${option("Size")}`, {
          title: "Fit",
          values: ["S", "M", "L"],
        })
        expect(renamed.body.product.options.find(({ title }) => title === "Fit")!.values).toHaveLength(3)
      })
    })

    describe("another shop", () => {
      it("finds nothing of this one, by any id in a path, and changes no row of it", async () => {
        const thief = await as("owner@one.example.com")
        const mine = await create(thief)
        const victim = market.vendors[1]!.products[0]!
        const before = await rowsOfOther()
        const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
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
        expect(await thief("GET", own, undefined, { "x-vendor-id": market.vendors[1]!.id })).toMatchObject({
          status: 404,
          body: { code: "vendor_not_found" },
        })
      })

      it("cannot be reached through fields or filters", async () => {
        const thief = await as("owner@one.example.com")
        const other = market.vendors[1]!
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
        const paths = ["/vendor/products", `/vendor/products/${market.vendors[0]!.products[0]!.id}`]
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
        const other = market.vendors[1]!
        const victim = other.products[0]!
        const before = await rowsOfOther()
        const stolen = { title: "Stolen", prices: [{ currency_code: "ngn", amount: 1 }] }
        const always = [
          { id: victim.id },
          { vendor_id: other.id },
          { additional_data: { vendor_id: other.id } },
          { option_ids: ["opt_x"] },
          { images: [{ id: "img_x", url: "http://localhost:9000/static/a.jpg" }] },
          { sales_channels: [{ id: market.sales_channel_id }] },
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

    it("refuses what cannot be a product, whole and with a code", async () => {
      const owner = await as("owner@one.example.com")
      const product = await create(owner, {
        ...SHIRT,
        variants: [{ ...SHIRT.variants[0], sku: "TAKEN", barcode: "6001" }],
      })
      const price = (amount: unknown, currency_code = "ngn") => ({
        title: "X",
        variants: [{ title: "V", prices: [{ currency_code, amount }] }],
      })
      const table: [object | string, string?][] = [
        [price("10.123"), "product_price_invalid"],
        [price(0.001), "product_price_invalid"],
        [price("-5"), "product_price_invalid"],
        [price(-5), "product_price_invalid"],
        [price(0), "product_price_invalid"],
        [price("0.00"), "product_price_invalid"],
        [price("1e5"), "product_price_invalid"],
        [price(1e21), "product_price_invalid"],
        [price("100000000000.01"), "product_price_invalid"],
        [price("0x10"), "product_price_invalid"],
        [price(" 5"), "product_price_invalid"],
        [price("٥"), "product_price_invalid"],
        [price(5, "usd"), "product_price_invalid"],
        [price(5, "zzz"), "product_price_invalid"],
        [price(null)],
        [price([5])],
        [price({ value: "5" })],
        [price("9".repeat(400))],
        [
          {
            title: "X",
            variants: [{ title: "V", prices: [1, 2].map((amount) => ({ currency_code: "ngn", amount })) }],
          },
          "product_price_invalid",
        ],
        [{ title: "X", variants: [{ title: "V", sku: "TAKEN" }] }, "product_sku_taken"],
        [{ title: "X", variants: [{ title: "V", barcode: "6001" }] }, "product_sku_taken"],
        [{ title: "X", category_ids: ["pcat_none"] }, "product_category_not_found"],
        [{ title: "X", category_ids: [category.internal] }, "product_category_not_found"],
        [{ title: "X", category_ids: [category.hidden] }, "product_category_not_found"],
        [{ title: "X", tag_ids: ["ptag_none"] }, "product_tag_not_found"],
        [{ title: "X", thumbnail: "http://localhost:9000/static/x.jpg" }, "product_thumbnail_invalid"],
        [{ title: "X", images: ["javascript:alert(1)"] }],
        [{ title: "X", images: ["data:image/svg+xml,<svg onload=alert(1)>"] }],
        [{ title: "X", images: ["https://user:secret@example.com/a.jpg"] }],
        [
          {
            title: "X",
            images: Array.from({ length: 21 }, (_, i) => `http://localhost:9000/static/${i}.jpg`),
          },
        ],
        [{ title: "X", variants: Array.from({ length: 101 }, () => ({ title: "V" })) }],
        [{ title: "X", options: Array.from({ length: 11 }, (_, i) => ({ title: `O${i}`, values: ["a"] })) }],
        [{ title: "X", options: [{ title: "A", values: ["a", "a"] }] }, "product_options_invalid"],
        [{ title: "X", handle: "../admin" }],
        [{ title: "X", handle: "Ä" }],
        [{ title: "" }],
        [{ title: "<script>alert(1)</script>" }],
        [{ title: "x".repeat(201) }],
        [{ title: 5 }],
        [{}],
        [[]],
        [{ title: "X", weight: -1 }],
        [{ title: "X", weight: 1e300 }],
        [{ title: "X", variants: [{ title: "V", stocked_quantity: 1.5 }] }],
        [{ title: "X", variants: [{ title: "V", stocked_quantity: -1 }] }],
        [{ title: "X", description: "x".repeat(20_001) }],
        [{ title: "X", unknown: true }],
      ]
      const count = async () => (await owner<Page>("GET", "/vendor/products")).body.count
      const before = await count()
      for (const [body, code] of table) {
        const answer = await owner("POST", "/vendor/products", body)
        expect([body, answer.status, typeof answer.body.message]).toEqual([body, 400, "string"])
        expect([body, answer.body.code]).toEqual([body, code ?? "invalid_data"])
      }
      const huge = await owner("POST", "/vendor/products", {
        title: "X",
        description: "x".repeat(10_000_000),
      })
      expect([400, 413]).toContain(huge.status)
      expect(await count()).toBe(before)

      const variant = `/vendor/products/${product.id}/variants/${product.variants[0]!.id}`
      for (const amount of ["1.001", -1, 0, "1e3"]) {
        expect(
          await owner("POST", variant, { title: "Half", prices: [{ currency_code: "ngn", amount }] })
        ).toMatchObject({ status: 400, body: { code: "product_price_invalid" } })
      }
      expect((await owner<One>("GET", variant)).body.variant).toMatchObject({
        title: "Small",
        prices: [{ amount: 12500.5 }],
      })
      const cleaned = await create(owner, { title: 'Bag <img src=x onerror="alert(1)"> & <b>co</b>' })
      expect(cleaned.title).toBe("Bag  & co")
    })

    describe("who may", () => {
      it.each(VENDOR_ROLES)("read and write products as %s", async (role) => {
        const client = await as(`${role}@one.example.com`)
        const { id, variant_id } = market.vendors[0]!.products[0]!
        const path = `/vendor/products/${id}`
        for (const read of [
          path,
          "/vendor/products",
          `${path}/variants`,
          "/vendor/categories",
          "/vendor/tags",
        ]) {
          expect([read, (await client("GET", read)).status]).toEqual([read, 200])
        }
        const writes: [string, string, object?][] = [
          ["POST", path, { subtitle: role }],
          ["POST", `${path}/variants/${variant_id}`, { prices: [{ currency_code: "ngn", amount: 7 }] }],
          ["POST", `${path}/options`, { title: "Colour", values: ["Red", "Blue"] }],
          ["POST", `${path}/variants`, { title: "Two", options: { Size: "One", Colour: "Blue" } }],
          ["POST", "/vendor/products", SHIRT],
          ["POST", path, { status: "draft" }],
          ["POST", `${path}/submit`, {}],
          ["DELETE", `${path}/variants/${variant_id}`],
          ["DELETE", path],
        ]
        const mayWrite = ["owner", "manager", "catalogue"].includes(role)
        for (const [method, target, body] of writes) {
          const { status, body: answer } = await client(method, target, body)
          expect([method, target, status < 300, answer.code ?? null]).toEqual([
            method,
            target,
            mayWrite,
            mayWrite ? null : "permission_missing",
          ])
        }
      })

      it("not set a price without the permission to, even where they may write products", async () => {
        const [shop] = market.vendors
        const owner = await createMember(container, shop!.id, "owner", "keys@one.example.com")
        const { token } = await makeVendorApiKey(container, {
          vendor_id: shop!.id,
          name: "Catalogue sync",
          permissions: ["products:read", "products:write"],
          created_by: owner.id,
        })
        const program = clientWith(api.defaults.baseURL, { authorization: `Bearer ${token}` })
        const { id, variant_id, price } = shop!.products[0]!
        const path = `/vendor/products/${id}`
        const prices = [{ currency_code: "ngn", amount: 1 }]
        const refused = { status: 403, body: { code: "permission_missing" } }
        expect(await program("POST", `${path}/variants/${variant_id}`, { prices })).toMatchObject(refused)
        expect(await program("POST", `${path}/variants/${variant_id}`, { prices: [] })).toMatchObject(refused)
        expect(await program("POST", `${path}/variants`, { title: "X", prices })).toMatchObject(refused)
        expect(
          await program("POST", "/vendor/products", { title: "X", variants: [{ title: "V", prices }] })
        ).toMatchObject(refused)
        expect((await program("POST", `${path}/variants/${variant_id}`, { title: "Uno" })).status).toBe(200)
        expect((await program<One>("GET", path)).body.product.lowest_prices).toEqual([
          { currency_code: "ngn", amount: price },
        ])
        expect(await clientWith(api.defaults.baseURL)("GET", path)).toMatchObject({ status: 401 })
      })

      it("prepare a shop: pending yes, suspended only reads", async () => {
        const { result: shop } = await createVendorWorkflow(container).run({
          input: { name: "New shop", contact_email: "new@example.com", country_code: "ng" },
        })
        await createMember(container, shop.id, "owner", "owner@new.example.com")
        const owner = await as("owner@new.example.com")
        const stocked = await owner("POST", "/vendor/products", SHIRT)
        expect(stocked).toMatchObject({ status: 400, body: { code: "stock_location_missing" } })
        const product = await create(owner, {
          ...SHIRT,
          variants: SHIRT.variants.map(({ stocked_quantity: _, ...variant }) => variant),
        })
        expect(await sold()).not.toContain(product.id)

        await approveVendorWorkflow(container).run({ input: { vendor_id: shop.id, actor: "test" } })
        expect(await sold()).toContain(product.id)
        const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
          entity: "product",
          fields: [
            "shipping_profile.id",
            "vendor.shipping_profile_id",
            "vendor.stock_location_id",
            "variants.inventory_items.inventory.location_levels.location_id",
          ],
          filters: { id: product.id },
        })
        const [row] = data as unknown as {
          shipping_profile: { id: string }
          vendor: { shipping_profile_id: string; stock_location_id: string }
          variants: { inventory_items: { inventory: { location_levels: { location_id: string }[] } }[] }[]
        }[]
        expect(row!.shipping_profile.id).toBe(row!.vendor.shipping_profile_id)
        expect(
          row!.variants.flatMap(({ inventory_items }) =>
            inventory_items.flatMap(({ inventory }) =>
              inventory.location_levels.map((each) => each.location_id)
            )
          )
        ).toEqual([row!.vendor.stock_location_id, row!.vendor.stock_location_id])

        await changeVendorStatusWorkflow(container).run({
          input: { vendor_id: shop.id, to: "suspended", actor: "test", reason: "a test" },
        })
        const again = await as("owner@new.example.com")
        expect((await again("GET", "/vendor/products")).status).toBe(200)
        expect(await again("POST", `/vendor/products/${product.id}`, { title: "X" })).toMatchObject({
          status: 403,
          body: { code: "vendor_status_refused" },
        })
        expect(await sold()).not.toContain(product.id)
      })
    })

    it("shows nothing that staff have not approved, where the setting asks for it", async () => {
      await set({ product_approval_required: true })
      const owner = await as("owner@one.example.com")
      const staff = await as("catalogue@staff.example.com")
      const support = await as("support@staff.example.com")
      const required = { status: 400, body: { code: "product_approval_required" } }
      expect(await owner("POST", "/vendor/products", SHIRT)).toMatchObject(required)
      const product = await create(owner, { ...SHIRT, status: "draft", category_ids: [category.open] })
      const path = `/vendor/products/${product.id}`
      const status = async () => (await owner<One>("GET", path)).body.product.status

      expect(await owner("POST", path, { status: "published" })).toMatchObject(required)
      expect(await decide(staff, product.id, "approve")).toMatchObject({
        status: 400,
        body: { code: "product_transition_refused" },
      })
      expect((await owner<One>("POST", `${path}/submit`, {})).body.product.status).toBe("proposed")
      expect((await owner("POST", `${path}/submit`, {})).body.code).toBe("product_transition_refused")
      expect(await owner("POST", path, { status: "published" })).toMatchObject(required)
      expect((await decide(support, product.id, "approve")).status).toBe(403)
      expect((await decide(owner, product.id, "approve")).status).toBe(403)
      expect(await sold()).not.toContain(product.id)

      expect((await decide(staff, product.id, "reject")).status).toBe(400)
      expect(
        await decide(staff, product.id, "reject", { reason: "<b>The photo</b> is missing" })
      ).toMatchObject({ status: 200, body: { product: { status: "rejected" } } })
      expect((await owner<One>("GET", path)).body.product).toMatchObject({
        status: "rejected",
        last_decision: { decision: "rejected", reason: "The photo is missing" },
      })
      await owner("POST", path, { images: ["http://localhost:9000/static/a.jpg"] })
      expect(await status()).toBe("rejected")
      await owner("POST", `${path}/submit`, {})
      expect((await decide(staff, product.id, "approve")).status).toBe(200)
      expect(await sold()).toContain(product.id)

      const variant = `${path}/variants/${product.variants[0]!.id}`
      const harmless: [string, object][] = [
        [variant, { prices: [{ currency_code: "ngn", amount: 42 }], allow_backorder: true, sku: "S-1" }],
        [path, { title: SHIRT.title, images: ["http://localhost:9000/static/a.jpg"], status: "published" }],
        [path, { category_ids: [category.open], weight: 5 }],
      ]
      for (const [target, body] of harmless) {
        expect([body, (await owner("POST", target, body)).status, await status()]).toEqual([
          body,
          200,
          "published",
        ])
      }
      const option = `${path}/options/${product.options[0]!.id}`
      const content: [string, object][] = [
        [path, { title: "Another" }],
        [path, { subtitle: "New" }],
        [path, { description: "<p>New</p>" }],
        [path, { images: ["http://localhost:9000/static/b.jpg"] }],
        [path, { category_ids: [] }],
        [path, { title: "A third", status: "published" }],
        [variant, { title: "Tiny" }],
        [option, { values: ["S", "M", "L"] }],
        [`${path}/variants`, { title: "Large", options: { Size: "L" } }],
        [`${path}/options`, { title: "Colour", values: ["Red"] }],
      ]
      for (const [target, body] of content) {
        const answer = await owner("POST", target, body)
        expect([body, answer.status < 300, await status()]).toEqual([body, true, "proposed"])
        expect(await sold()).not.toContain(product.id)
        expect((await decide(staff, product.id, "approve")).status).toBe(200)
      }
      expect(await decide(staff, product.id, "reject", { reason: "Taken down" })).toMatchObject({
        status: 200,
      })
      expect(await sold()).not.toContain(product.id)
    })

    it("keeps what staff rejected off the store, also where no approval is asked for", async () => {
      const owner = await as("owner@one.example.com")
      const staff = await as("catalogue@staff.example.com")
      const product = await create(owner)
      const path = `/vendor/products/${product.id}`
      await decide(staff, product.id, "reject", { reason: "A forgery" })
      for (const status of ["draft", "published"]) {
        await owner("POST", path, { status })
      }
      expect((await owner<One>("POST", `${path}/submit`, {})).body.product.status).toBe("proposed")
      expect(await sold()).not.toContain(product.id)
      await decide(staff, product.id, "approve")
      expect(await sold()).toContain(product.id)
      // Nobody decides on the products of their own shop.
      const both = await createStaff(container, "operations")
      await joinShop(container, both.id, market.vendors[0]!.id)
      const insider = await as(both.email)
      expect((await decide(insider, product.id, "reject", { reason: "my own" })).status).toBe(403)
      // What core's own route does stays possible for staff.
      await updateProductsWorkflow(container).run({
        input: { selector: { id: product.id }, update: { status: "draft" } },
      })
      expect(await sold()).not.toContain(product.id)
    })

    it("lets a shop that is not verified have so many products and not one more, also at once", async () => {
      await set({ unverified_product_limit: 4 })
      const { result: shop } = await createVendorWorkflow(container).run({
        input: { name: "New shop", contact_email: "new@example.com", country_code: "ng" },
      })
      await createMember(container, shop.id, "owner", "owner@new.example.com")
      const owner = await as("owner@new.example.com")
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => owner("POST", "/vendor/products", { title: "Same title" }))
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([
        ...Array(4).fill(201),
        ...Array(6).fill(400),
      ])
      expect(new Set(answers.filter(({ status }) => status === 400).map(({ body }) => body.code))).toEqual(
        new Set(["product_limit_reached"])
      )
      const { body } = await owner<Page>("GET", "/vendor/products")
      expect(body.count).toBe(4)
      // A creation that fails gives its place back, and so does a product that is deleted.
      await owner("DELETE", `/vendor/products/${body.products[0]!.id}`)
      await owner("POST", "/vendor/products", { title: "X", variants: [{ title: "V", stocked_quantity: 5 }] })
      expect((await owner("POST", "/vendor/products", { title: "Fits" })).status).toBe(201)
      expect((await owner("POST", "/vendor/products", { title: "One more" })).body.code).toBe(
        "product_limit_reached"
      )
      expect((await create(await as("owner@one.example.com"))).id).toBeTruthy()
    })

    it("names the categories and tags that a product can have", async () => {
      const owner = await as("owner@one.example.com")
      const { body } = await owner<{ categories: { id: string }[]; count: number }>(
        "GET",
        "/vendor/categories"
      )
      expect(body.categories.map(({ id }) => id)).toEqual([category.open])
      expect(body.count).toBe(1)
      expect((await owner("GET", "/vendor/categories?is_active=false")).status).toBe(400)
      const walked = await owner("GET", "/vendor/categories?fields=*products,products.id,metadata")
      expect(walked.body.categories).toEqual([{ id: category.open }])
      expect(await owner("GET", "/vendor/tags?q=hand")).toMatchObject({
        status: 200,
        body: { tags: [{ id: tagId, value: "handmade" }], count: 1 },
      })
    })
  },
})

async function createCategories(container: MedusaContainer) {
  const { result } = await createProductCategoriesWorkflow(container).run({
    input: {
      product_categories: [
        { name: "Clothes", is_active: true, is_internal: false },
        { name: "Internal", is_active: true, is_internal: true },
        { name: "Hidden", is_active: false, is_internal: false },
      ],
    },
  })
  const idOf = (name: string) => result.find((each) => each.name === name)!.id

  return { open: idOf("Clothes"), internal: idOf("Internal"), hidden: idOf("Hidden") }
}

async function joinShop(container: MedusaContainer, userId: string, vendorId: string) {
  await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .createVendorMembers({ vendor_id: vendorId, user_id: userId, role: "owner" })
}
