import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { BATCH, type Body, ITEMS, LOCATIONS, OPTIONS, type StockDesk } from "./suite"

export function describeOtherShops(currentDesk: () => StockDesk): void {
  describe("what belongs to another shop", () => {
    it("is not found by its ids, and a batch with one of them changes nothing", async () => {
      const desk = currentDesk()
      const thief = await desk.one()
      const victim = await desk.two()
      const [mine, theirs] = [await desk.itemOf(thief), (await desk.itemsOf(victim))[0]!]
      const option = (await desk.optionsOf(victim))[0]!
      const location = (await victim<Body>("GET", LOCATIONS)).body.stock_locations[0]!
      const before = await desk.allRows()
      const tries: [string, string, unknown, string][] = [
        ["GET", `${ITEMS}/${theirs.id}`, undefined, "inventory_item_not_found"],
        ["POST", `${ITEMS}/${theirs.id}`, { stocked_quantity: 0 }, "inventory_item_not_found"],
        ["POST", `${ITEMS}/iitem_none`, { stocked_quantity: 0 }, "inventory_item_not_found"],
        [
          "POST",
          BATCH,
          {
            levels: [
              { inventory_item_id: mine.id, stocked_quantity: 1 },
              { inventory_item_id: theirs.id, stocked_quantity: 1 },
            ],
          },
          "inventory_item_not_found",
        ],
        ["GET", `${LOCATIONS}/${location.id}`, undefined, "stock_location_not_found"],
        ["POST", `${LOCATIONS}/${location.id}`, { name: "Mine now" }, "stock_location_not_found"],
        ["GET", `${OPTIONS}/${option.id}`, undefined, "shipping_option_not_found"],
        ["POST", `${OPTIONS}/${option.id}`, { name: "Mine now" }, "shipping_option_not_found"],
        [
          "POST",
          `${OPTIONS}/${option.id}`,
          { prices: [{ currency_code: "ngn", amount: 1 }] },
          "shipping_option_not_found",
        ],
        ["DELETE", `${OPTIONS}/${option.id}`, undefined, "shipping_option_not_found"],
      ]
      for (const [method, path, body, code] of tries) {
        const answer = await thief<Body>(method, path, body)
        expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 404, code])
      }
      const texts = await Promise.all(
        [ITEMS, OPTIONS, LOCATIONS].map(async (path) => JSON.stringify((await thief("GET", path)).body))
      )
      for (const id of [theirs.id, option.id, location.id, theirs.location_id!]) {
        expect(texts.join()).not.toContain(id)
      }
      const filtered = `${ITEMS}?product_id=${theirs.variants[0]!.product_id}`
      expect((await thief<Body>("GET", filtered)).body).toMatchObject({ inventory_items: [], count: 0 })
      expect((await thief<Body>("GET", `${ITEMS}?sku=${theirs.sku}`)).body.count).toBe(0)
      expect(await desk.allRows()).toBe(before)
    })

    it("is also an item that two shops' variants share: nobody's here", async () => {
      const desk = currentDesk()
      const [owner, other] = [await desk.one(), await desk.two()]
      const item = await desk.itemOf(owner)
      await desk.container.resolve(ContainerRegistrationKeys.LINK).create({
        [Modules.PRODUCT]: { variant_id: desk.market.vendors[1]!.products[0]!.variant_id },
        [Modules.INVENTORY]: { inventory_item_id: item.id },
      })
      const before = await desk.allRows()
      for (const client of [owner, other]) {
        expect((await client("GET", `${ITEMS}/${item.id}`)).status).toBe(404)
        expect((await client("POST", `${ITEMS}/${item.id}`, { stocked_quantity: 99 })).status).toBe(404)
        expect((await desk.itemsOf(client)).map(({ id }) => id)).not.toContain(item.id)
      }
      expect(await desk.allRows()).toBe(before)
    })

    it("cannot be reached through queries", async () => {
      const desk = currentDesk()
      const thief = await desk.one()
      const victim = (await desk.itemsOf(await desk.two()))[0]!
      const queries = [
        `$or[0][id]=${victim.id}`,
        `id=${victim.id}`,
        `id[]=${victim.id}`,
        `vendor_id=${desk.market.vendors[1]!.id}`,
        `location_id=${victim.location_id}`,
        "fields=*vendor",
        "q[$ne]=x",
        "q[]=x",
        "sku[$ne]=x",
        "product_id[$ne]=x",
        "available_below=x",
        "available_below[$gt]=1",
        "with_deleted=true",
        "order=id;drop table vendor",
        "order=vendor_id",
        "order[]=title",
        "limit=0",
        "limit=101",
        "offset=-1",
        "__proto__[x]=1",
      ]
      for (const path of [ITEMS, OPTIONS, LOCATIONS]) {
        for (const query of queries) {
          const answer = await thief<Body>("GET", `${path}?${query}`)
          const text = JSON.stringify(answer.body)
          expect([path, query, text.includes(victim.id)]).toEqual([path, query, false])
          expect([path, query, answer.status]).toEqual([path, query, 400])
        }
      }
      for (const q of ["%25", "_", "'", "\\", "?", "$1"]) {
        expect([q, (await thief<Body>("GET", `${ITEMS}?q=${q}`)).body.count]).toEqual([q, 0])
        expect([q, (await thief<Body>("GET", `${OPTIONS}?q=${q}`)).body.count]).toEqual([q, 0])
      }
    })
  })
}
