import { Modules } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow, updateShippingOptionsWorkflow } from "@medusajs/medusa/core-flows"
import { addShippingOption } from "../../helpers/add-shipping-option"
import { type Body, EXPRESS, OPTIONS, type StockDesk } from "./suite"

export function describeShipping(currentDesk: () => StockDesk): void {
  describe("shipping options of a shop", () => {
    it("are offered to carts, at the price that the shop sets, and go when they are deleted", async () => {
      const desk = currentDesk()
      const owner = await desk.one()
      const cart = await desk.shopper.createCart(desk.market.region_id, [
        desk.market.vendors[0]!.products[0]!.variant_id,
      ])
      const express = await desk.addOption(owner, { ...EXPRESS, description: "By rider", type: "express" })
      expect(express).toMatchObject({
        description: "By rider",
        type: "express",
        fulfillment_type: "shipping",
        country_codes: ["ng"],
        prices: [{ currency_code: "ngn", amount: 2500.5 }],
        is_editable: true,
      })
      const offered = async () =>
        (await desk.shopper.shippingOptions(cart.id)).map(({ id, name, amount }) => ({ id, name, amount }))
      const of = (name: string, amount: number) => ({ id: express.id, name: `${name} (Shop 1)`, amount })
      expect(await offered()).toContainEqual(of("Express", 2500.5))

      const changed = { name: "Rider", prices: [{ currency_code: "ngn", amount: 0 }] }
      expect(await owner("POST", `${OPTIONS}/${express.id}`, changed)).toMatchObject({
        status: 200,
        body: { shipping_option: { name: "Rider", description: "By rider", type: "express" } },
      })
      expect(await offered()).toContainEqual(of("Rider", 0))
      const foreign = await desk.shopper.createCart(desk.market.region_id, [
        desk.market.vendors[1]!.products[0]!.variant_id,
      ])
      const ids = (await desk.shopper.shippingOptions(foreign.id)).map(({ id }) => id)
      expect(ids).not.toContain(express.id)

      expect(await owner("DELETE", `${OPTIONS}/${express.id}`)).toEqual(
        expect.objectContaining({
          status: 200,
          body: { id: express.id, object: "shipping_option", deleted: true },
        })
      )
      expect((await offered()).map(({ id }) => id)).not.toContain(express.id)
      for (const method of ["GET", "DELETE"]) {
        expect((await owner(method, `${OPTIONS}/${express.id}`)).status).toBe(404)
      }
      expect((await desk.optionsOf(owner)).map(({ name }) => name)).toEqual(["Standard delivery"])
    })

    it("serve those who had chosen one when it was deleted", async () => {
      const desk = currentDesk()
      const owner = await desk.one()
      const { variant_id } = desk.market.vendors[0]!.products[0]!
      const express = await desk.addOption(owner)
      const cart = await desk.shopper.createCart(desk.market.region_id, [variant_id])
      await desk.shopper.chooseShipping(cart.id, express.id)
      await desk.shopper.startPayment(cart.id, "pp_system_default")
      expect((await owner("DELETE", `${OPTIONS}/${express.id}`)).status).toBe(200)
      const { body } = await desk.shopper.complete(cart.id)
      const order = await desk.shopper.must<{ order: { items: { id: string }[] } }>(
        "GET",
        `/store/orders/${body.order!.id}`
      )
      const { result } = await createOrderFulfillmentWorkflow(desk.container).run({
        input: { order_id: body.order!.id, items: [{ id: order.order.items[0]!.id, quantity: 1 }] },
      })
      expect(result).toMatchObject({ shipping_option_id: express.id })
    })

    it("never run out: of two at once that delete the last two, one is refused", async () => {
      const desk = currentDesk()
      const owner = await desk.one()
      const last = { status: 400, body: { code: "last_shipping_option" } }
      const first = (await desk.optionsOf(owner))[0]!
      expect(await owner("DELETE", `${OPTIONS}/${first.id}`)).toMatchObject(last)
      const second = await desk.addOption(owner)
      const answers = await Promise.all(
        [first, second].map(({ id }) => owner<Body>("DELETE", `${OPTIONS}/${id}`))
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
      expect(answers.find(({ status }) => status === 400)).toMatchObject(last)
      expect(await desk.optionsOf(owner)).toHaveLength(1)
    })

    it("leave alone what staff have made: regional prices, shared types, pickup", async () => {
      const desk = currentDesk()
      const [owner, other] = [await desk.one(), await desk.two()]
      const [mine, theirs] = [(await desk.optionsOf(owner))[0]!, (await desk.optionsOf(other))[0]!]
      await updateShippingOptionsWorkflow(desk.container).run({
        input: [
          {
            id: mine.id,
            prices: [
              { currency_code: "ngn", amount: 1500 },
              { region_id: desk.market.region_id, amount: 900 },
              {
                currency_code: "ngn",
                amount: 0,
                rules: [{ attribute: "item_total", operator: "gte", value: 50_000 }],
              },
            ],
          },
        ],
      })
      await desk.sql(
        `update shipping_option set shipping_option_type_id =
           (select shipping_option_type_id from shipping_option where id = ?) where id = ?`,
        [theirs.id, mine.id]
      )
      const answer = await owner<Body>("POST", `${OPTIONS}/${mine.id}`, {
        description: "Ours",
        prices: [{ currency_code: "ngn", amount: 1700 }],
      })
      expect(answer).toMatchObject({
        status: 200,
        body: {
          shipping_option: { description: "Ours", prices: [{ currency_code: "ngn", amount: 1700 }] },
        },
      })
      expect((await desk.optionsOf(other))[0]).toEqual(theirs)
      const prices = await desk.sql(
        `select p.amount::int, r.attribute, r.value from shipping_option_price_set l
         join price p on p.price_set_id = l.price_set_id and p.deleted_at is null
         left join price_rule r on r.price_id = p.id and r.deleted_at is null
         where l.shipping_option_id = ? order by p.amount`,
        [mine.id]
      )
      expect(prices).toEqual([
        { amount: 0, attribute: "item_total", value: "50000" },
        { amount: 900, attribute: "region_id", value: desk.market.region_id },
        { amount: 1700, attribute: null, value: null },
      ])

      const pickup = await addShippingOption(desk.container, desk.market.vendors[0]!.id, {
        name: "Pickup",
        amount: 0,
        kind: "pickup",
      })
      expect((await owner<Body>("GET", `${OPTIONS}/${pickup}`)).body.shipping_option).toMatchObject({
        fulfillment_type: "pickup",
        is_editable: false,
      })
      const managed = { status: 400, body: { code: "shipping_option_managed" } }
      expect(await owner("POST", `${OPTIONS}/${pickup}`, { name: "X" })).toMatchObject(managed)
      expect(await owner("DELETE", `${OPTIONS}/${pickup}`)).toMatchObject(managed)
    })

    it("go where the shop says, within the countries of the store", async () => {
      const desk = currentDesk()
      const owner = await desk.one()
      await desk.container
        .resolve(Modules.REGION)
        .createRegions([{ name: "Ghana", currency_code: "ngn", countries: ["gh"] }])
      const zones = async () =>
        (await desk.sql("select id from service_zone where deleted_at is null")).length
      const before = await zones()
      const both = await desk.addOption(owner, { ...EXPRESS, country_codes: ["NG", "gh", "ng"] })
      expect(both.country_codes).toEqual(["gh", "ng"])
      const ghana = await desk.addOption(owner, { ...EXPRESS, country_codes: ["gh"] })
      expect((await desk.addOption(owner, { ...EXPRESS, country_codes: ["gh"] })).country_codes).toEqual([
        "gh",
      ])
      expect(await zones()).toBe(before + 2)
      const cart = await desk.shopper.createCart(desk.market.region_id, [
        desk.market.vendors[0]!.products[0]!.variant_id,
      ])
      const ids = async () => (await desk.shopper.shippingOptions(cart.id)).map(({ id }) => id)
      expect(await ids()).toContain(both.id)
      expect(await ids()).not.toContain(ghana.id)
      const home = await owner<Body>("POST", `${OPTIONS}/${ghana.id}`, { country_codes: ["ng"] })
      expect(home.body.shipping_option.country_codes).toEqual(["ng"])
      expect(await zones()).toBe(before + 2)
      expect(await ids()).toContain(ghana.id)
      expect(await owner("POST", OPTIONS, { ...EXPRESS, country_codes: ["ke"] })).toMatchObject({
        status: 400,
        body: { code: "shipping_country_refused" },
      })
      expect((await owner<Body>("GET", OPTIONS)).body.store_country_codes).toEqual(["gh", "ng"])
    })
  })
}
