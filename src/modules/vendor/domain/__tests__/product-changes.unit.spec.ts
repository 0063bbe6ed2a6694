import { changesOf, type ShownProduct, type ShownVariant } from "../product-changes"

const NOTHING = {
  material: null,
  hs_code: null,
  origin_country: null,
  weight: null,
  length: null,
  height: null,
  width: null,
}

const variant = (more: Partial<ShownVariant> = {}): ShownVariant => ({
  id: "variant_1",
  title: "Red",
  sku: "BAG-R",
  barcode: null,
  ean: null,
  upc: null,
  options: "Colour: Red",
  manage_inventory: "true",
  allow_backorder: "false",
  ...NOTHING,
  prices: [{ currency_code: "ngn", amount: "1250.5" }],
  ...more,
})

const product = (more: Partial<ShownProduct> = {}): ShownProduct => ({
  title: "Bag",
  subtitle: null,
  description: "<p>Leather</p><p>From Kano</p>",
  handle: "bag",
  thumbnail: "/static/a.png",
  ...NOTHING,
  images: ["/static/a.png", "/static/b.png"],
  categories: ["Bags"],
  tags: [],
  options: ["Colour: Red"],
  variants: [variant()],
  ...more,
})

const NO_CHANGES = {
  fields: [],
  images: { added: [], removed: [], is_reordered: false },
  categories: { added: [], removed: [] },
  tags: { added: [], removed: [] },
  options: { added: [], removed: [] },
  variants: [],
  variants_left_out: 0,
}

describe("what has changed since a product was approved", () => {
  it("is nothing when it is as it was", () => {
    expect(changesOf(product(), product({ subtitle: "" }))).toEqual(NO_CHANGES)
  })

  it("is everything of one that never was", () => {
    const changes = changesOf(null, product())

    expect(changes.fields).toEqual([
      { field: "title", before: null, after: "Bag" },
      { field: "description", before: null, after: "Leather\nFrom Kano" },
      { field: "handle", before: null, after: "bag" },
      { field: "thumbnail", before: null, after: "/static/a.png" },
    ])
    expect(changes.images).toEqual({
      added: ["/static/a.png", "/static/b.png"],
      removed: [],
      is_reordered: false,
    })
    expect(changes.categories.added).toEqual(["Bags"])
    expect(changes.variants).toEqual([
      expect.objectContaining({
        kind: "added",
        title: "Red",
        prices: [{ currency_code: "ngn", before: null, after: "1250.5" }],
      }),
    ])
  })

  it("names a field with both its texts, without their markup", () => {
    const after = product({ title: "Handbag", description: "<p>Plastic</p>" })

    expect(changesOf(product(), after).fields).toEqual([
      { field: "title", before: "Bag", after: "Handbag" },
      { field: "description", before: "Leather\nFrom Kano", after: "Plastic" },
    ])
  })

  it("shows where a link leads", () => {
    const link = (to: string) => product({ description: `<p><a href="${to}" rel="nofollow">Care</a></p>` })

    expect(changesOf(link("https://ok.example"), link("https://bad.example")).fields).toEqual([
      { field: "description", before: "[https://ok.example] Care", after: "[https://bad.example] Care" },
    ])
  })

  it("shows markup when nothing else has changed", () => {
    const after = product({ description: "<h3>Leather</h3><p>From Kano</p>" })

    expect(changesOf(product(), after).fields[0]?.after).toBe("<h3>Leather</h3><p>From Kano</p>")
  })

  it("tells pictures in another order from other pictures", () => {
    const reordered = product({ images: ["/static/b.png", "/static/a.png"] })
    const other = product({ images: ["/static/a.png", "/static/c.png"] })

    expect(changesOf(product(), reordered).images).toEqual({ added: [], removed: [], is_reordered: true })
    expect(changesOf(product(), other).images).toEqual({
      added: ["/static/c.png"],
      removed: ["/static/b.png"],
      is_reordered: false,
    })
  })

  it("follows each variant, with its prices in every currency", () => {
    const after = product({
      variants: [
        variant({
          sku: null,
          prices: [
            { currency_code: "kes", amount: "90" },
            { currency_code: "ngn", amount: "1300" },
          ],
        }),
        variant({ id: "variant_2", title: "Blue", prices: [] }),
      ],
    })

    expect(
      changesOf(product({ variants: [variant(), variant({ id: "variant_3", title: "Old" })] }), after)
        .variants
    ).toEqual([
      {
        id: "variant_1",
        title: "Red",
        kind: "changed",
        fields: [{ field: "sku", before: "BAG-R", after: null }],
        prices: [
          { currency_code: "kes", before: null, after: "90" },
          { currency_code: "ngn", before: "1250.5", after: "1300" },
        ],
      },
      expect.objectContaining({ id: "variant_2", kind: "added" }),
      expect.objectContaining({ id: "variant_3", kind: "removed", title: "Old" }),
    ])
  })

  it("has a bound, however long the text and however many the variants", () => {
    const many = Array.from({ length: 230 }, (_, index) => variant({ id: `variant_${index}` }))
    const changes = changesOf(product({ variants: [] }), product({ title: "x".repeat(9000), variants: many }))

    expect(changes.fields[0]?.after).toHaveLength(4001)
    expect(changes.variants).toHaveLength(200)
    expect(changes.variants_left_out).toBe(30)
  })
})
