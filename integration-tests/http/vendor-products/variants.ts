import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type One, type ProductSuite, SHIRT, toolsOf } from "./suite"

export function describeVariants(suite: ProductSuite): void {
  const { as, create } = toolsOf(suite)

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
      const inventory = suite.container.resolve(Modules.INVENTORY)
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
      const { data } = await suite.container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "product_variant",
        fields: ["price_set.id"],
        filters: { id: variant.id },
      })
      const priceSetId = (data as unknown as { price_set: { id: string } }[])[0]!.price_set.id
      const pricing = suite.container.resolve(Modules.PRICING)
      await pricing.addPrices({
        priceSetId,
        prices: [{ amount: 1, currency_code: "ngn", rules: { region_id: suite.market.region_id } }],
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
      const option = (title: string) => coloured.body.product.options.find((each) => each.title === title)!.id
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
}
