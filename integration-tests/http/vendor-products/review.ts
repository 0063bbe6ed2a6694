import type { ProductChanges } from "../../../src/modules/vendor/domain/product-changes"
import type { Client } from "../../helpers/people"
import { type One, type Product, type ProductSuite, SHIRT, toolsOf, uploaded } from "./suite"

type Waiting = { products: { id: string; vendor: { id: string }; is_new: boolean }[]; count: number }
type Changed = {
  product: { version: string; approved_at: string | null; changes: ProductChanges; vendor: { id: string } }
}

const QUEUE = "/admin/product-approvals"

export function describeReview(suite: ProductSuite): void {
  const { as, set, create } = toolsOf(suite)

  describe("the products that wait for staff", () => {
    const changesOf = async (staff: Client, id: string) =>
      (await staff<Changed>("GET", `${QUEUE}/${id}/changes`)).body.product

    it("are listed with their shop, and what has changed since staff approved it", async () => {
      await set({ product_approval_required: true })
      const owner = await as("owner@one.example.com")
      const staff = await as("catalogue@staff.example.com")
      const shop = suite.market.vendors[0]!.id
      const older = await create(owner, { ...SHIRT, title: "Older shirt", status: "proposed" })
      const { id, variants } = await create(owner, {
        ...SHIRT,
        title: "Newer shirt",
        status: "proposed",
        category_ids: [suite.category.open],
        images: [uploaded("a")],
      })
      const queue = async () => (await staff<Waiting>("GET", `${QUEUE}?vendor_id=${shop}&limit=100`)).body
      const before = await queue()
      const places = [older.id, id].map((each) => before.products.findIndex((product) => product.id === each))
      expect(places).toEqual(places.toSorted((left, right) => left - right))
      expect(before.products[places[1]!]).toMatchObject({ id, vendor: { id: shop }, is_new: true })
      expect(before.count).toBe(before.products.length)
      expect(
        (await staff<Waiting>("GET", `${QUEUE}?vendor_id=${suite.market.vendors[1]!.id}`)).body.count
      ).toBe(0)
      expect((await owner("GET", QUEUE)).status).toBe(403)

      const first = await changesOf(staff, id)
      expect(first).toMatchObject({ approved_at: null, vendor: { id: shop } })
      expect(first.changes.fields).toContainEqual({ field: "title", before: null, after: "Newer shirt" })
      expect(first.changes.images.added).toEqual([uploaded("a")])
      expect(first.changes.variants.map(({ kind, title }) => `${kind} ${title}`).toSorted()).toEqual([
        "added Medium",
        "added Small",
      ])
      const approve = (version: string) => staff("POST", `/admin/products/${id}/approve`, { version })
      expect((await approve(first.version)).status).toBe(200)

      const small = variants.find(({ title }) => title === "Small")!
      await owner("POST", `/vendor/products/${id}/variants/${small.id}`, {
        prices: [{ currency_code: "ngn", amount: 1 }],
      })
      await owner("POST", `/vendor/products/${id}`, { title: "Fake shirt", category_ids: [] })
      const second = await changesOf(staff, id)
      expect(second.approved_at).not.toBeNull()
      expect(second.changes).toEqual({
        fields: [{ field: "title", before: "Newer shirt", after: "Fake shirt" }],
        images: { added: [], removed: [], is_reordered: false },
        categories: { added: [], removed: ["Clothes"] },
        tags: { added: [], removed: [] },
        options: { added: [], removed: [] },
        variants: [
          {
            id: small.id,
            title: "Small",
            kind: "changed",
            fields: [],
            prices: [{ currency_code: "ngn", before: "12500.5", after: "1" }],
          },
        ],
        variants_left_out: 0,
      })
      const waiting = await queue()
      expect(waiting.products.find((product) => product.id === id)).toMatchObject({ is_new: false })
      expect((await approve(second.version)).status).toBe(200)
      expect((await changesOf(staff, id)).changes).toMatchObject({ fields: [], variants: [] })
      expect((await staff("GET", `${QUEUE}/prod_none/changes`)).status).toBe(404)
      await set({ product_approval_required: false })
    })
  })

  it("copies a product into a draft, without its codes and its stock", async () => {
    const owner = await as("owner@one.example.com")
    const other = await as("owner@two.example.com")
    const product = await create(owner, {
      ...SHIRT,
      images: [uploaded("a"), uploaded("b")],
      thumbnail: uploaded("b"),
      category_ids: [suite.category.open],
      tag_ids: [suite.tag_id],
      variants: SHIRT.variants.map((variant, index) => ({ ...variant, sku: `COPIED-${index}` })),
    })
    const path = `/vendor/products/${product.id}/duplicate`
    expect((await other<One>("POST", path, {})).status).toBe(404)
    const answer = await owner<One>("POST", path, {})
    expect([answer.status, answer.body.code]).toEqual([201, undefined])
    const copy: Product = answer.body.product
    expect(copy.id).not.toBe(product.id)
    expect(copy.handle).not.toBe(product.handle)
    expect(copy).toMatchObject({
      title: "Ankara shirt (copy)",
      status: "draft",
      thumbnail: uploaded("b"),
      images: [{ url: uploaded("a") }, { url: uploaded("b") }],
      categories: [{ id: suite.category.open }],
      available_quantity: 0,
      lowest_prices: [{ currency_code: "ngn", amount: 9900 }],
    })
    const of = ({ title, sku, prices }: Product["variants"][number]) => [title, sku, prices[0]!.amount]
    expect(copy.variants.map(of).toSorted()).toEqual([
      ["Medium", null, 9900],
      ["Small", null, 12500.5],
    ])
  })
}
