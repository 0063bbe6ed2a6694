import { type CopiedProduct, copyOf } from "../copy-of-product"

const price = (amount: number, currency_code: string, more = {}) => ({
  amount,
  currency_code,
  min_quantity: null,
  max_quantity: null,
  rules_count: 0,
  price_list_id: null,
  ...more,
})

const product: CopiedProduct = {
  id: "prod_1",
  status: "published",
  title: "Bag",
  subtitle: null,
  description: "<p>Leather</p>",
  handle: "bag",
  material: null,
  hs_code: "4202",
  weight: 900,
  thumbnail: "/static/b.png",
  images: [
    { id: "img_2", url: "/static/b.png", rank: 1 },
    { id: "img_1", url: "/static/a.png", rank: 0 },
  ],
  categories: [
    { id: "pcat_1", is_active: true, is_internal: false },
    { id: "pcat_2", is_active: false, is_internal: false },
    { id: "pcat_3", is_active: true, is_internal: true },
  ],
  tags: [{ id: "ptag_1" }],
  options: [{ id: "opt_1", title: "Colour", is_exclusive: true, values: [{ id: "v_1", value: "Red" }] }],
  variants: [
    {
      id: "variant_1",
      title: "Red",
      sku: "BAG-R",
      barcode: "1",
      ean: "2",
      upc: "3",
      material: "hide",
      manage_inventory: true,
      allow_backorder: true,
      options: [{ value: "Red", option_id: "opt_1" }],
      prices: [
        price(1250.5, "ngn"),
        price(9, "zar"),
        price(900, "ngn", { min_quantity: 10 }),
        price(800, "ngn", { price_list_id: "plist_1" }),
        price(700, "ngn", { rules_count: 1 }),
      ],
    },
  ],
}

describe("a copy of a product", () => {
  const copy = copyOf(product, ["ngn", "kes"])

  it("is a draft with another title, and its handle is yet to be made", () => {
    expect(copy).toMatchObject({
      title: "Bag (copy)",
      status: "draft",
      description: "<p>Leather</p>",
      weight: 900,
    })
    expect(copy.handle).toBeUndefined()
    expect(copyOf({ ...product, title: "x".repeat(200) }, []).title).toHaveLength(200)
  })

  it("has the pictures in their order, and only categories that a shop may name", () => {
    expect(copy).toMatchObject({
      images: ["/static/a.png", "/static/b.png"],
      thumbnail: "/static/b.png",
      category_ids: ["pcat_1"],
      tag_ids: ["ptag_1"],
      options: [{ title: "Colour", values: ["Red"] }],
    })
  })

  it("has the shop's own prices in the store's currencies, no codes and no stock", () => {
    const [variant] = copy.variants ?? []
    expect(variant).toMatchObject({
      title: "Red",
      material: "hide",
      allow_backorder: true,
      options: { Colour: "Red" },
      prices: [{ amount: "1250.5", currency_code: "ngn" }],
    })
    for (const key of ["sku", "barcode", "ean", "upc", "stocked_quantity"]) {
      expect(variant).not.toHaveProperty(key)
    }
  })
})
