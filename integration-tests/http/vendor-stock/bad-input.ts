import { BATCH, type Body, EXPRESS, ITEMS, LOCATIONS, OPTIONS, type StockDesk } from "./suite"

export function describeBadInput(currentDesk: () => StockDesk): void {
  it("refuses bad input with a code, and does nothing by halves", async () => {
    const desk = currentDesk()
    const owner = await desk.one()
    const items = await desk.itemsOf(owner)
    const item = `${ITEMS}/${items[0]!.id}`
    const option = `${OPTIONS}/${(await desk.optionsOf(owner))[0]!.id}`
    const location = `${LOCATIONS}/${(await owner<Body>("GET", LOCATIONS)).body.stock_locations[0]!.id}`
    const level = (stocked_quantity: unknown, index = 0) => ({
      inventory_item_id: items[index]!.id,
      stocked_quantity,
    })
    const price = (amount: unknown, currency_code: unknown = "ngn") => ({
      name: "X",
      prices: [{ currency_code, amount }],
    })
    const quantities = [-1, 1.5, 1_000_000_001, "5", null, "NaN", [1], {}]
    const optionFields = [
      { shipping_profile_id: "sp_x" },
      { service_zone_id: "serzo_x" },
      { provider_id: "x" },
      { rules: [] },
      { price_type: "calculated" },
      { vendor_id: desk.market.vendors[1]!.id },
      { metadata: {} },
      { data: {} },
      { id: "so_x" },
      { type: "Not a code" },
      { type: { label: "x", code: "x" } },
      { type_id: "sotype_x" },
      { name: "" },
      { name: "<b></b>" },
      { name: "x".repeat(121) },
      { prices: [] },
      { prices: [{ currency_code: "ngn", amount: 1, id: "price_x" }] },
      { prices: [{ region_id: desk.market.region_id, amount: 1 }] },
      { prices: [{ currency_code: "ngn", amount: 1, rules: [] }] },
      { country_codes: [] },
      { country_codes: ["xx"] },
      { country_codes: "ng" },
    ]
    const amounts: [unknown, unknown?][] = [
      ["-1"],
      [-1],
      ["1.234"],
      ["1e3"],
      ["0x1"],
      ["100000000000.01"],
      [5, "usd"],
      [5, "zzz"],
    ]
    const tries: [string, unknown, string?][] = [
      ...quantities.map((stocked_quantity): [string, unknown] => [item, { stocked_quantity }]),
      ...quantities.slice(0, 5).map((quantity): [string, unknown] => [BATCH, { levels: [level(quantity)] }]),
      [item, {}],
      [item, { stocked_quantity: 1, expected_stocked_quantity: -1 }],
      [item, { stocked_quantity: 1, location_id: "sloc_x" }],
      [item, { stocked_quantity: 1, reserved_quantity: 0 }],
      [item, { stocked_quantity: 1, incoming_quantity: 5 }],
      [item, [{ stocked_quantity: 1 }]],
      [BATCH, {}],
      [BATCH, { levels: [] }],
      [BATCH, { levels: [level(1), level(2)] }],
      [BATCH, { levels: [{ ...level(1), location_id: "sloc_x" }] }],
      [
        BATCH,
        {
          levels: Array.from({ length: 501 }, (_, number) => ({
            ...level(1),
            inventory_item_id: `iitem_${number}`,
          })),
        },
      ],
      ...optionFields.flatMap((fields): [string, unknown][] => [
        [OPTIONS, { ...EXPRESS, ...fields }],
        [option, fields],
      ]),
      ...amounts.flatMap(([amount, currency]): [string, unknown, string][] => [
        [OPTIONS, price(amount, currency), "shipping_price_invalid"],
        [option, { prices: price(amount, currency).prices }, "shipping_price_invalid"],
      ]),
      [option, { prices: [price(1).prices[0], price(2, "NGN").prices[0]] }, "shipping_price_invalid"],
      [OPTIONS, { name: "X" }],
      [location, { name: "" }],
      [location, { name: null }],
      [location, { address: null }],
      [location, { address: { address_1: null } }],
      [location, { address: { country_code: "zz" } }],
      [location, { address: { phone: "12" } }],
      [location, { address: { id: "laddr_x" } }],
      [location, { address_id: "laddr_x" }],
      [location, { sales_channels: [] }],
      [location, { metadata: {} }],
    ]
    const before = await desk.allRows()
    for (const [path, body, code] of tries) {
      const answer = await owner<Body>("POST", path, body)
      expect([path, body, answer.status, answer.body.code]).toEqual([
        path,
        body,
        400,
        code ?? expect.any(String),
      ])
    }
    expect(await desk.allRows()).toBe(before)
    await desk.shopper.complete(await desk.readyCart(desk.market.vendors[0]!.products[0]!.variant_id, 3))
    const sold = items.findIndex(
      ({ variants }) => variants[0]!.product_id === desk.market.vendors[0]!.products[0]!.id
    )
    const free = sold === 0 ? 1 : 0
    const levels = await desk.allRows()
    expect(await owner("POST", BATCH, { levels: [level(99, free), level(2, sold)] })).toMatchObject({
      status: 400,
      body: { code: "stock_below_reserved" },
    })
    const stale = { ...level(4, sold), expected_stocked_quantity: 9 }
    expect((await owner("POST", BATCH, { levels: [level(99, free), stale] })).status).toBe(409)
    expect(await desk.allRows()).toBe(levels)
  })
}
