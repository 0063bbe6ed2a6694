import { createVendorWorkflow } from "../../../src/workflows/vendor/workflows/create-vendor"
import { createMember } from "../../helpers/people"
import { BATCH, type Body, ITEMS, LOCATIONS, OPTIONS, type StockDesk } from "./suite"

export function describeLists(currentDesk: () => StockDesk): void {
  it("lists the stock in pages, sorted and filtered, with its count", async () => {
    const desk = currentDesk()
    const owner = await desk.one()
    const all = await desk.itemsOf(owner)
    expect(all).toHaveLength(3)
    expect(all[0]).toMatchObject({
      stocked_quantity: 10,
      reserved_quantity: 0,
      available_quantity: 10,
      incoming_quantity: 0,
      variants: [{ title: "One", product_title: expect.stringContaining("Product") }],
    })
    const titles = all.map(({ variants }) => variants[0]!.product_title)
    expect(titles).toEqual(titles.toSorted())
    const first = desk.market.vendors[0]!.products[0]!
    const low = await desk.itemOf(owner)
    await owner("POST", `${ITEMS}/${low.id}`, { stocked_quantity: 2 })
    const list = async (query: string) => {
      const { status, body } = await owner<Body>("GET", `${ITEMS}?${query}`)
      expect([query, status]).toEqual([query, 200])

      return { ids: body.inventory_items.map(({ id }) => id), count: body.count }
    }
    expect(await list("available_below=3")).toEqual({ ids: [low.id], count: 1 })
    expect(await list("available_below=2")).toEqual({ ids: [], count: 0 })
    expect((await list("order=available_quantity&limit=1")).ids).toEqual([low.id])
    expect((await list("order=-available_quantity")).ids[2]).toBe(low.id)
    expect(await list(`product_id[]=${first.id}&product_id[]=prod_none`)).toEqual({
      ids: [low.id],
      count: 1,
    })
    expect(await list(`sku=${low.sku}`)).toEqual({ ids: [low.id], count: 1 })
    expect(await list(`q=${low.variants[0]!.product_title.toUpperCase()}&sku=${low.sku}`)).toMatchObject({
      count: 1,
    })
    const skus = (await owner<Body>("GET", `${ITEMS}?order=-sku`)).body.inventory_items.map(({ sku }) => sku)
    expect(skus).toEqual(skus.toSorted().reverse())
    const pages = await Promise.all([0, 1, 2, 3].map((offset) => list(`limit=1&offset=${offset}`)))
    expect(pages.flatMap(({ ids }) => ids)).toEqual(all.map(({ id }) => id))
    expect(pages.map(({ count }) => count)).toEqual([3, 3, 3, 3])
  })

  it("calls little what the shop does, or the operator where it has not said it", async () => {
    const desk = currentDesk()
    const owner = await desk.one()
    const low = async (client = owner, isLow = true) =>
      (await client<Body>("GET", `${ITEMS}?is_low=${isLow}`)).body.inventory_items.map(({ id }) => id)
    const [first, second, third] = await desk.itemsOf(owner)
    expect(first).toMatchObject({ low_stock_threshold: 5, has_own_threshold: false, is_low: false })
    expect(await low()).toEqual([])

    expect(await owner<Body>("POST", `${ITEMS}/${first!.id}`, { low_stock_threshold: 10 })).toMatchObject({
      status: 200,
      body: {
        inventory_item: {
          stocked_quantity: 10,
          low_stock_threshold: 10,
          has_own_threshold: true,
          is_low: true,
        },
      },
    })
    const both = [
      { inventory_item_id: second!.id, stocked_quantity: 5 },
      { inventory_item_id: third!.id, stocked_quantity: 3, low_stock_threshold: 2 },
    ]
    expect((await owner("POST", BATCH, { levels: both })).status).toBe(200)
    expect((await low()).toSorted()).toEqual([first!.id, second!.id].toSorted())
    expect(await low(owner, false)).toEqual([third!.id])

    // Of another shop's item neither is said; and where one of a batch is refused, nothing of it holds.
    const two = await desk.two()
    const foreign = [{ inventory_item_id: first!.id, low_stock_threshold: 0 }]
    expect(await two<Body>("POST", BATCH, { levels: foreign })).toMatchObject({
      status: 404,
      body: { code: "inventory_item_not_found" },
    })
    const [theirs] = await desk.itemsOf(two)
    const mixed = [
      { inventory_item_id: third!.id, low_stock_threshold: 99 },
      { inventory_item_id: second!.id, stocked_quantity: 7, expected_stocked_quantity: 1 },
    ]
    expect((await owner<Body>("POST", BATCH, { levels: mixed })).body.code).toBe("stock_changed")
    expect((await owner<Body>("GET", `${ITEMS}/${third!.id}`)).body.inventory_item.low_stock_threshold).toBe(
      2
    )
    expect(theirs).toMatchObject({ low_stock_threshold: 5, is_low: false })

    await owner("POST", `${ITEMS}/${first!.id}`, { low_stock_threshold: null })
    expect(await low()).toEqual([second!.id])
    for (const body of [
      {},
      { expected_stocked_quantity: 1, low_stock_threshold: 1 },
      { low_stock_threshold: -1 },
    ]) {
      expect((await owner("POST", `${ITEMS}/${first!.id}`, body)).status).toBe(400)
    }
  })

  it("shows a shop that waits for approval empty lists, with its items and no place for them", async () => {
    const desk = currentDesk()
    const { result: shop } = await createVendorWorkflow(desk.container).run({
      input: { name: "New shop", contact_email: "new@example.com", country_code: "ng" },
    })
    await createMember(desk.container, shop.id, "owner", "owner@new.example.com")
    const owner = await desk.as("owner@new.example.com")
    for (const path of [ITEMS, OPTIONS, LOCATIONS]) {
      expect(await owner<Body>("GET", path)).toMatchObject({ status: 200, body: { count: 0, offset: 0 } })
    }
    const product = await owner<{ product: { variants: { id: string }[] } }>("POST", "/vendor/products", {
      title: "Lamp",
      variants: [{ title: "One", sku: "LAMP" }],
    })
    expect(product.status).toBe(201)
    expect(await desk.itemsOf(owner)).toMatchObject([
      { sku: "LAMP", location_id: null, stocked_quantity: 0, variants: [{ product_title: "Lamp" }] },
    ])
    const ofOthers = desk.market.vendors[0]!
    expect(JSON.stringify(await desk.itemsOf(owner))).not.toContain(ofOthers.products[0]!.id)
  })

  it("keeps a shop's place under its own name and address", async () => {
    const desk = currentDesk()
    const owner = await desk.one()
    const { body } = await owner<Body>("GET", LOCATIONS)
    expect(body).toMatchObject({ count: 1, stock_locations: [{ name: "Shop 1" }] })
    const path = `${LOCATIONS}/${body.stock_locations[0]!.id}`
    const update = {
      name: "Depot <b>Ikeja</b>",
      address: { address_1: "4 Awolowo Way", city: "Ikeja", country_code: "NG", phone: "+2348012345678" },
    }
    const stored = {
      stock_location: {
        name: "Depot Ikeja",
        address: { ...update.address, country_code: "ng", postal_code: null },
      },
    }
    expect(await owner("POST", path, update)).toMatchObject({ status: 200, body: stored })
    expect(await owner("POST", path, { address: { city: null } })).toMatchObject({
      status: 200,
      body: {
        stock_location: { name: "Depot Ikeja", address: { address_1: "4 Awolowo Way", city: null } },
      },
    })
    expect((await owner("GET", path)).body).toMatchObject({
      stock_location: { address: { phone: "+2348012345678" } },
    })
  })
}
