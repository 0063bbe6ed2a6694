import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createCollectionsWorkflow,
  createProductCategoriesWorkflow,
  createProductTagsWorkflow,
  createProductTypesWorkflow,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { VendorStatus } from "../../src/modules/vendor/domain/vendor-status"
import { changeVendorStatusWorkflow } from "../../src/workflows/vendor/workflows/change-vendor-status"
import { createVendorWorkflow } from "../../src/workflows/vendor/workflows/create-vendor"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { serverTests } from "../helpers/server-tests"
import { Shopper } from "../helpers/shopper"

jest.setTimeout(120_000)

type Vendor = { id: string; name: string; handle: string }
type Product = { id: string; vendor?: Vendor; variants?: { id: string }[] }
type Page<Key extends string, Row> = Record<Key, Row[]> & { count: number; offset: number; limit: number }

const PUBLIC_FIELDS = [
  "banner_url",
  "city",
  "country_code",
  "description",
  "handle",
  "id",
  "logo_url",
  "name",
  "province",
]

serverTests({
  testSuite: ({ getContainer, api }) => {
    let market: Marketplace
    let shopper: Shopper
    let container: MedusaContainer
    let taxonomy: { collection: string; category: string; tag: string; type: string }

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container, { vendors: 3, products_per_vendor: 2 })
      shopper = new Shopper(api.defaults.baseURL, market.publishable_key)
      taxonomy = await classify(container, market)
    })

    const change = (vendor: number, to: VendorStatus) =>
      changeVendorStatusWorkflow(container).run({
        input: { vendor_id: market.vendors[vendor]!.id, to, actor: "test", reason: "a test" },
      })

    describe("shops", () => {
      it("lists the shops that sell, the house too, with public fields only", async () => {
        await createVendorWorkflow(container).run({
          input: { name: "Not yet approved", contact_email: "new@example.com" },
        })

        const page = await shopper.must<Page<"vendors", Vendor>>("GET", "/store/vendors")

        expect(page.vendors.map(({ name }) => name)).toEqual(["House", "Shop 1", "Shop 2", "Shop 3"])
        expect(page).toMatchObject({ count: 4, offset: 0, limit: 20 })
        expect(Object.keys(page.vendors[1]!).sort()).toEqual(PUBLIC_FIELDS)
      })

      it("searches, orders and pages", async () => {
        const names = async (query: string) =>
          (await shopper.must<Page<"vendors", Vendor>>("GET", `/store/vendors?${query}`)).vendors.map(
            ({ name }) => name
          )

        expect(await names("q=shop%202")).toEqual(["Shop 2"])
        expect(await names("order=-name&limit=2&offset=1")).toEqual(["Shop 2", "Shop 1"])
        expect(await names("order=-created_at&limit=1")).toEqual(["Shop 3"])
        expect(await names("fields=name")).toHaveLength(4)
      })

      it.each([
        ["an order that would tell what is not public", "order=commission_rate_bps"],
        ["a page without an end", "limit=100000"],
        ["a negative offset", "offset=-1"],
        ["a filter that does not exist", "status=pending"],
        ["a number that is none", "limit=many"],
      ])("refuses %s", async (_, query) => {
        const { status, body } = await shopper.call("GET", `/store/vendors?${query}`)

        expect(status).toBe(400)
        expect(body.code).toBe("invalid_data")
        expect(body.message).toMatch(/\w+ \w+/)
      })

      it.each([
        "contact_email",
        "commission_rate_bps",
        "shipping_profile_id",
        "*products",
        "members.user_id",
      ])("does not tell %s, however it is asked", async (field) => {
        const handle = market.vendors[0]!.handle
        for (const path of [`/store/vendors`, `/store/vendors/${handle}`, "/store/products"]) {
          const asked = path === "/store/products" ? `vendor.${field.replace("*", "")}` : field
          const { status, body } = await shopper.call("GET", `${path}?fields=%2B${asked}`)

          expect(status).toBeLessThan(500)
          expect(JSON.stringify(body)).not.toMatch(/shop1@example\.com|commission_rate_bps|user_id|sp_01/)
        }
      })

      it("answers a shop by its handle, and 404 with a code for one that does not sell", async () => {
        const { vendor } = await shopper.must<{ vendor: Vendor }>("GET", "/store/vendors/shop-1")
        expect(vendor).toMatchObject({ name: "Shop 1", handle: "shop-1" })

        await change(0, "suspended")
        for (const path of [
          "/store/vendors/shop-1",
          "/store/vendors/shop-1/products",
          "/store/vendors/nobody",
        ]) {
          const { status, body } = await shopper.call("GET", path)
          expect([status, body.code]).toEqual([404, "vendor_not_found"])
        }
      })

      it("lists a shop's products as core lists products, prices included", async () => {
        const query = `region_id=${market.region_id}&limit=1&fields=*variants.calculated_price`
        const page = await shopper.must<Page<"products", Product>>(
          "GET",
          `/store/vendors/shop-2/products?${query}`
        )

        expect(page).toMatchObject({ count: 2, limit: 1 })
        expect(page.products[0]).toMatchObject({
          vendor: { name: "Shop 2" },
          variants: [{ calculated_price: { currency_code: "ngn" } }],
        })
        const ids = market.vendors[1]!.products.map(({ id }) => id)
        expect(ids).toContain(page.products[0]!.id)
      })
    })

    describe("core's product routes", () => {
      it("name the shop of a product", async () => {
        const product = market.vendors[0]!.products[0]!
        const view = { id: market.vendors[0]!.id, name: "Shop 1", handle: "shop-1", logo_url: null }

        const { products } = await shopper.must<Page<"products", Product>>("GET", "/store/products")
        expect(products.find(({ id }) => id === product.id)?.vendor).toEqual(view)

        const one = await shopper.must<{ product: Product }>("GET", `/store/products/${product.id}`)
        expect(one.product.vendor).toEqual(view)
      })

      it("answer just the fields that a client lists", async () => {
        const { products } = await shopper.must<Page<"products", Product>>(
          "GET",
          "/store/products?fields=id,vendor.name&limit=1"
        )
        expect(products[0]).toEqual({
          id: expect.any(String),
          vendor: expect.objectContaining({ name: expect.any(String) }),
        })
        expect(Object.keys(products[0]!.vendor!)).not.toContain("contact_email")

        const bare = await shopper.must<Page<"products", Product>>("GET", "/store/products?fields=id&limit=1")
        expect(bare.products[0]).toEqual({ id: expect.any(String) })
      })
    })

    describe.each(["suspended", "closed"] as const)("a shop that is %s", (status) => {
      it("vanishes from every store route with all its products, and nobody can put them into a cart", async () => {
        const own = market.vendors[0]!.products
        const needles = own.flatMap(({ id, variant_id }) => [id, variant_id])
        const paths = storePaths(market, taxonomy)
        for (const path of paths) {
          const before = JSON.stringify(await shopper.must("GET", path))
          expect([path, needles.some((id) => before.includes(id))]).toEqual([path, true])
        }

        await change(0, status)

        for (const path of paths) {
          const text = JSON.stringify(await shopper.must("GET", path))
          expect([path, needles.filter((id) => text.includes(id))]).toEqual([path, []])
        }
        for (const path of [
          `/store/products/${own[0]!.id}`,
          `/store/product-variants/${own[0]!.variant_id}`,
          `/store/product-variants/${own[0]!.variant_id}?fields=product.status`,
        ]) {
          expect([path, (await shopper.call("GET", path)).status]).toEqual([path, 404])
        }
        const page = await shopper.must<Page<"products", Product>>("GET", "/store/products")
        expect(page.count).toBe(4)
        expect(page.products).toHaveLength(4)

        const cart = await shopper.createCart(market.region_id, [])
        const added = await shopper.call("POST", `/store/carts/${cart.id}/line-items`, {
          variant_id: own[0]!.variant_id,
          quantity: 1,
        })
        expect([added.status, added.body.code]).toEqual([400, "vendor_unavailable"])
        const created = await shopper.call("POST", "/store/carts", {
          region_id: market.region_id,
          items: [{ variant_id: own[0]!.variant_id, quantity: 1 }],
        })
        expect([created.status, created.body.code]).toEqual([400, "vendor_unavailable"])
      })
    })

    it("comes back with its products after a suspension, but never after it was closed", async () => {
      const path = `/store/products/${market.vendors[0]!.products[0]!.id}`
      await change(0, "suspended")
      await change(0, "approved")
      expect((await shopper.call("GET", path)).status).toBe(200)

      await change(0, "closed")
      await expect(change(0, "approved")).rejects.toMatchObject({ code: "vendor_transition_refused" })
      expect((await shopper.call("GET", path)).status).toBe(404)
    })

    describe("every answer", () => {
      it("carries a request id, the caller's own where it can stand in a log", async () => {
        const id = async (given?: string) =>
          (
            await fetch(`${shopper.base_url}/health/ready`, {
              headers: given ? { "x-request-id": given } : {},
            })
          ).headers.get("x-request-id")

        expect(await id("checkout-4711")).toBe("checkout-4711")
        expect(await id("a b<script>")).toMatch(/^[0-9a-f-]{36}$/)
        expect(await id()).toMatch(/^[0-9a-f-]{36}$/)
      })

      it("says whether the server can serve", async () => {
        const answer = await fetch(`${shopper.base_url}/health/ready`)

        expect([answer.status, await answer.json()]).toEqual([200, { status: "ready" }])
      })
    })
  },
})

const storePaths = (
  market: Marketplace,
  taxonomy: { collection: string; category: string; tag: string; type: string }
) => {
  const handle = market.vendors[0]!.products[0]!.id
  return [
    "/store/products?limit=100",
    `/store/products?limit=100&q=Product`,
    `/store/products?id=${handle}&id=${market.vendors[1]!.products[0]!.id}`,
    "/store/product-variants?limit=100",
    `/store/collections?fields=*products,*products.variants`,
    `/store/collections/${taxonomy.collection}?fields=*products`,
    `/store/collections/${taxonomy.collection}?fields=products.title,products.variants.id`,
    `/store/product-categories?fields=*products`,
    `/store/product-categories/${taxonomy.category}?fields=products.title,*products.variants`,
    "/store/product-tags",
    `/store/product-tags/${taxonomy.tag}`,
    "/store/product-types",
    `/store/product-types/${taxonomy.type}?fields=*products`,
  ]
}

/** Every product in one collection, category, tag and type: the places where core nests products. */
async function classify(container: MedusaContainer, market: Marketplace) {
  const product_ids = market.vendors.flatMap(({ products }) => products.map(({ id }) => id))
  const { result: collections } = await createCollectionsWorkflow(container).run({
    input: { collections: [{ title: "All" }] },
  })
  const { result: categories } = await createProductCategoriesWorkflow(container).run({
    input: { product_categories: [{ name: "All", is_active: true, is_internal: false }] },
  })
  const { result: tags } = await createProductTagsWorkflow(container).run({
    input: { product_tags: [{ value: "all" }] },
  })
  const { result: types } = await createProductTypesWorkflow(container).run({
    input: { product_types: [{ value: "all" }] },
  })
  await updateProductsWorkflow(container).run({
    input: {
      selector: { id: product_ids },
      update: {
        collection_id: collections[0]!.id,
        category_ids: [categories[0]!.id],
        tag_ids: [tags[0]!.id],
        type_id: types[0]!.id,
      },
    },
  })
  expect(await container.resolve(Modules.PRODUCT).listProducts({ id: product_ids })).toHaveLength(6)

  return {
    collection: collections[0]!.id,
    category: categories[0]!.id,
    tag: tags[0]!.id,
    type: types[0]!.id,
  }
}
