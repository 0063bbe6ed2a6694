import { type CartSuite, cartOf, deliveryOf, kobo, variantOf } from "./suite"

const methodsOf = (cart: { shipping_methods: { shipping_option_id: string; auto_selected: boolean }[] }) =>
  cart.shipping_methods.map((method) => [method.shipping_option_id, method.auto_selected] as const)

/** A storefront written for plain Medusa: it sets one shipping method and completes. */
export function describeUnawareStorefront(suite: CartSuite): void {
  describe("a storefront that knows nothing of shops", () => {
    const completed = async (cartId: string) => {
      await suite.shopper().startedSession(cartId, "pp_system_default")
      const { status, body } = await suite.shopper().complete(cartId)
      expect([status, body.type, body.message]).toEqual([200, "order", undefined])

      return suite.shopper().order(body.order!.id)
    }

    it("gets each other shop's cheapest home delivery with its one method, and taxes and payment with them", async () => {
      const { options } = suite.market()
      const cart = await cartOf(suite, 1, 2, 3)
      const collection = await suite
        .shopper()
        .must<{ payment_collection: { id: string } }>("POST", "/store/payment-collections", {
          cart_id: cart.id,
        })
      const own = await deliveryOf(suite, cart.id, 1)
      const second = await deliveryOf(suite, cart.id, 2)

      const chosen = await suite.shopper().chooseShipping(cart.id, own)

      // Not the free counter of shop 3, nor the express of shop 2; the shopper's own comes last.
      expect(new Map(methodsOf(chosen))).toEqual(
        new Map([
          [second, true],
          [options.rider, true],
          [own, false],
        ])
      )
      expect(methodsOf(chosen).at(-1)).toEqual([own, false])
      const net = 1999 + 2099 + 2199 + 1500 + 1500 + 900.5
      expect(kobo(chosen.total)).toBe(kobo(net * 1.075))
      const seen = await suite.shopper().cart(cart.id)
      expect(methodsOf(seen)).toEqual(methodsOf(chosen))
      expect(seen.payment_collection!.id).toBe(collection.payment_collection.id)

      const order = await completed(cart.id)
      // Each has a fraction of a kobo; one of them gets the kobo that the rounded total has to give, so that items, delivery and tax fit too.
      const parts = order.vendor_orders.map((part) => kobo(part.total))
      expect([333196, 333197]).toContain(parts.toSorted().at(0))
      expect([376142, 376143]).toContain(parts.toSorted().at(1))
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(kobo(net * 1.075))
    })

    it("gets a method for the shop of a later item, once it has chosen one", async () => {
      const { options, house_variant_id } = suite.market()
      const cart = await cartOf(suite, 1)
      await suite.shopper().addItem(cart.id, variantOf(suite.market(), 2))
      expect((await suite.shopper().cart(cart.id)).shipping_methods).toEqual([])
      const own = await deliveryOf(suite, cart.id, 1)
      await suite.shopper().chooseShipping(cart.id, own)

      const { cart: wider } = await suite.shopper().addItem(cart.id, variantOf(suite.market(), 3))
      expect(methodsOf(wider)).toContainEqual([options.rider, true])
      await suite.shopper().addItem(cart.id, house_variant_id)

      const seen = await suite.shopper().cart(cart.id)
      expect(methodsOf(seen)).toHaveLength(4)
      expect(methodsOf(seen).at(-1)).toEqual([own, false])
      expect((await completed(cart.id)).vendor_orders).toHaveLength(4)
    })

    it("can take a shop's items out again, the one whose delivery it chose too, and still completes", async () => {
      const cart = await cartOf(suite, 1, 2, 3)
      const own = await deliveryOf(suite, cart.id, 1)
      const second = await deliveryOf(suite, cart.id, 2)
      await suite.shopper().chooseShipping(cart.id, own)
      const { items } = await suite.shopper().cart(cart.id)
      const itemOf = (shop: number) =>
        items.find((item) => item.product_id === suite.market().vendors[shop - 1]!.products[0]!.id)!.id

      const fewer = await suite.shopper().removeItem(cart.id, itemOf(3))
      expect(methodsOf(fewer)).toEqual([
        [second, true],
        [own, false],
      ])
      const last = await suite.shopper().removeItem(cart.id, itemOf(1))
      expect(methodsOf(last)).toEqual([[second, true]])

      const order = await completed(cart.id)
      expect(order.vendor_orders.map((part) => part.vendor.id)).toEqual([suite.market().vendors[1]!.id])
      expect(kobo(order.total)).toBe(kobo((2099 + 1500) * 1.075))
    })

    it("is asked for a delivery again when it empties its cart and fills it from another shop", async () => {
      const cart = await cartOf(suite, 1)
      await suite.shopper().chooseAnyShipping(cart.id)
      const [item] = (await suite.shopper().cart(cart.id)).items
      await suite.shopper().removeItem(cart.id, item!.id)
      await suite.shopper().addItem(cart.id, variantOf(suite.market(), 2))

      expect((await suite.shopper().cart(cart.id)).shipping_methods).toEqual([])
      await suite.shopper().chooseShipping(cart.id, await deliveryOf(suite, cart.id, 2))
      const order = await completed(cart.id)
      expect(order.vendor_orders.map((part) => [part.vendor.id, kobo(part.total)])).toEqual([
        [suite.market().vendors[1]!.id, kobo((2099 + 1500) * 1.075)],
      ])
    })

    it("can change quantity and address after choosing, and still completes", async () => {
      const cart = await cartOf(suite, 1, 2)
      const own = await deliveryOf(suite, cart.id, 2)
      await suite.shopper().chooseShipping(cart.id, own)
      const { items } = await suite.shopper().cart(cart.id)
      await suite
        .shopper()
        .must("POST", `/store/carts/${cart.id}/line-items/${items[0]!.id}`, { quantity: 3 })

      const { cart: moved } = await suite
        .shopper()
        .must<{ cart: { shipping_methods: { shipping_option_id: string; auto_selected: boolean }[] } }>(
          "POST",
          `/store/carts/${cart.id}`,
          {
            shipping_address: {
              first_name: "Ngozi",
              last_name: "Eze",
              address_1: "1 Aba Road",
              city: "Port Harcourt",
              country_code: "ng",
            },
          }
        )

      expect(methodsOf(moved).at(-1)).toEqual([own, false])
      expect((await completed(cart.id)).vendor_orders).toHaveLength(2)
    })
  })
}

const keysOf = (rows: object[]) => [...new Set(rows.flatMap((row) => Object.keys(row)))].toSorted()

/** A storefront written for Merkato: it shows each shop's options and lets the shopper choose each. */
export function describeAwareStorefront(suite: CartSuite): void {
  describe("a storefront that knows of shops", () => {
    it("sets methods one by one, each the shopper's own, pickup too", async () => {
      const { options } = suite.market()
      const cart = await cartOf(suite, 1, 2, 3)
      const own = await deliveryOf(suite, cart.id, 1)
      const choices = [own, options.express, options.pickup]
      for (const choice of choices) {
        // A client that sends our mark back has chosen all the same.
        await suite.shopper().must("POST", `/store/carts/${cart.id}/shipping-methods`, {
          option_id: choice,
          data: { auto_selected: true },
        })
      }

      const seen = await suite.shopper().cart(cart.id)
      expect(methodsOf(seen)).toEqual(choices.map((choice) => [choice, false]))
      const { vendors } = await suite.shopper().cartVendors(cart.id)
      expect(vendors.map((group) => methodsOf(group))).toEqual(choices.map((choice) => [[choice, false]]))
    })

    it("sees the cart grouped by shop: items, options and methods, and no field that is not listed", async () => {
      const cart = await cartOf(suite, 3, 1)
      await suite.shopper().chooseShipping(cart.id, await deliveryOf(suite, cart.id, 1))

      const plain = await suite.shopper().cartVendors(cart.id)
      const [third, first] = plain.vendors
      expect([third!.vendor.name, first!.vendor.name]).toEqual(["Shop 3", "Shop 1"])
      expect(third!.shipping_options.map((option) => [option.name, option.amount]).toSorted()).toEqual([
        ["Counter (Shop 3)", 0],
        ["Rider (Shop 3)", 900.5],
        ["Standard delivery (Shop 3)", 1500],
      ])
      expect([methodsOf(third!), methodsOf(first!)].map((methods) => methods[0]![1])).toEqual([true, false])
      expect(plain.vendors.flatMap((group) => group.items)).toHaveLength(2)

      expect(Object.keys(plain).toSorted()).toEqual(["cart_id", "currency_code", "vendors"])
      expect(keysOf(plain.vendors)).toEqual(["items", "shipping_methods", "shipping_options", "vendor"])
      expect(keysOf(plain.vendors.map((group) => group.vendor))).toEqual(["handle", "id", "logo_url", "name"])
      expect(keysOf(plain.vendors.flatMap((group) => group.items))).toEqual([
        "id",
        "product_id",
        "quantity",
        "thumbnail",
        "title",
        "total",
        "unit_price",
        "variant_id",
      ])
      expect(keysOf(plain.vendors.flatMap((group) => group.shipping_options))).toEqual([
        "amount",
        "id",
        "insufficient_inventory",
        "name",
        "price_type",
      ])
      expect(keysOf(plain.vendors.flatMap((group) => group.shipping_methods))).toEqual([
        "amount",
        "auto_selected",
        "id",
        "name",
        "shipping_option_id",
        "total",
      ])
      const greedy = `/store/carts/${cart.id}/vendors?fields=*vendors.vendor,*payment_collection,customer.*`
      expect(await suite.shopper().must("GET", greedy)).toEqual(plain)
    })

    it("is offered the options of the shops in the cart alone, each named with its shop", async () => {
      const { options, vendors, house_id } = suite.market()
      const cart = await cartOf(suite, 2)
      await suite.shopper().addItem(cart.id, suite.market().house_variant_id)

      const offered = await suite.shopper().shippingOptions(cart.id)

      expect(offered.map((option) => [option.name, option.amount, option.vendor.id]).toSorted()).toEqual([
        ["Express (Shop 2)", 4000, vendors[1]!.id],
        ["Standard delivery (House)", 0, house_id],
        ["Standard delivery (Shop 2)", 1500, vendors[1]!.id],
      ])
      expect(offered.map((option) => option.id)).toContain(options.express)
      expect(keysOf(offered.map((option) => option.vendor))).toEqual(["handle", "id", "logo_url", "name"])
      expect((await suite.shopper().cartVendors(cart.id)).vendors).toHaveLength(2)
    })

    it("is offered nothing for an empty cart", async () => {
      const cart = await cartOf(suite)

      expect(await suite.shopper().shippingOptions(cart.id)).toEqual([])
      expect((await suite.shopper().cartVendors(cart.id)).vendors).toEqual([])
    })
  })
}
