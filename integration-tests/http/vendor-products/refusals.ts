import { type One, type Page, type ProductSuite, SHIRT, toolsOf } from "./suite"

export function describeRefusals(suite: ProductSuite): void {
  const { as, create } = toolsOf(suite)

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
      [{ title: "X", category_ids: [suite.category.internal] }, "product_category_not_found"],
      [{ title: "X", category_ids: [suite.category.hidden] }, "product_category_not_found"],
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

  it("names the categories and tags that a product can have", async () => {
    const owner = await as("owner@one.example.com")
    const { body } = await owner<{ categories: { id: string }[]; count: number }>("GET", "/vendor/categories")
    expect(body.categories.map(({ id }) => id)).toEqual([suite.category.open])
    expect(body.count).toBe(1)
    expect((await owner("GET", "/vendor/categories?is_active=false")).status).toBe(400)
    const walked = await owner("GET", "/vendor/categories?fields=*products,products.id,metadata")
    expect(walked.body.categories).toEqual([{ id: suite.category.open }])
    expect(await owner("GET", "/vendor/tags?q=hand")).toMatchObject({
      status: 200,
      body: { tags: [{ id: suite.tag_id, value: "handmade" }], count: 1 },
    })
  })

  it("names the currencies that a price can be set in", async () => {
    const owner = await as("owner@one.example.com")
    const { status, body } = await owner<{ currencies: string[] }>("GET", "/vendor/currencies")
    expect([status, body.currencies]).toEqual([200, expect.arrayContaining(["ngn"])])
    const prices = body.currencies.map((currency_code) => ({ currency_code, amount: "12" }))
    expect(
      (await create(owner, { title: "Priced", variants: [{ title: "Only", prices }] })).variants[0]
    ).toMatchObject({
      prices: expect.arrayContaining([expect.objectContaining({ currency_code: "ngn", amount: 12 })]),
    })
    expect((await owner("GET", "/vendor/currencies?fields=id")).status).toBe(400)
  })
}
