import { Modules } from "@medusajs/framework/utils"
import type { Answer } from "../../helpers/people"
import { BATCH, type Body, ITEMS, type StockDesk } from "./suite"

export function describeLevels(currentDesk: () => StockDesk): void {
  describe("the stock of a shop, changed while it is sold", () => {
    it("loses no reservation and sells no piece that was taken out meanwhile", async () => {
      const desk = currentDesk()
      const owner = await desk.one()
      const { variant_id } = desk.market.vendors[0]!.products[0]!
      const item = await desk.itemOf(owner)
      const carts: string[] = []
      for (let number = 0; number < 5; number += 1) {
        carts.push(await desk.readyCart(variant_id, 2))
      }
      // Never less than one cart wants, so that the first one is always served.
      const wanted = [6, 2, 4, 3, 8, 10, 5]
      const changes: Answer<Body>[] = []
      let isSelling = true
      const restock = async () => {
        for (let turn = 0; isSelling; turn += 1) {
          const stocked_quantity = wanted[turn % wanted.length]
          changes.push(await owner<Body>("POST", `${ITEMS}/${item.id}`, { stocked_quantity }))
        }
      }
      const selling = Promise.all(carts.map((id) => desk.shopper.complete(id))).finally(() => {
        isSelling = false
      })
      const [orders] = await Promise.all([selling, restock(), restock()])
      const sold = orders.filter(({ body }) => body.order).length
      const refusals = changes.flatMap(({ status, body }) => (status === 200 ? [] : [body.code]))
      expect(["stock_below_reserved", "stock_changed"]).toEqual(expect.arrayContaining(refusals))
      const [reserved] = await desk.sql<{ sum: number }>(
        `select coalesce(sum(quantity), 0)::int as sum from reservation_item
         where inventory_item_id = ? and deleted_at is null`,
        [item.id]
      )
      const after = await desk.itemOf(owner)
      expect(sold).toBeGreaterThan(0)
      expect(reserved!.sum).toBe(sold * 2)
      expect(after.reserved_quantity).toBe(sold * 2)
      expect(after.stocked_quantity).toBeGreaterThanOrEqual(after.reserved_quantity)
      expect(wanted).toContain(after.stocked_quantity)
      expect(after.available_quantity).toBe(after.stocked_quantity - after.reserved_quantity)
    })

    it("waits behind the lock that checkouts and fulfilments hold, and gives up with a code", async () => {
      const desk = currentDesk()
      const owner = await desk.one()
      const item = await desk.itemOf(owner)
      const set = () => owner<Body>("POST", `${ITEMS}/${item.id}`, { stocked_quantity: 1 })
      const locking = desk.container.resolve(Modules.LOCKING)
      let release = () => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      let holder = Promise.resolve()
      await new Promise<void>((isHeld) => {
        holder = locking.execute([item.id], () => {
          isHeld()
          return held
        })
      })
      expect(await set()).toMatchObject({ status: 409, body: { code: "stock_changed" } })
      expect((await desk.itemOf(owner)).stocked_quantity).toBe(10)
      const waiting = set()
      release()
      await holder
      expect((await waiting).status).toBe(200)
    })

    it("lets one of two win who have seen the same", async () => {
      const desk = currentDesk()
      const owner = await desk.one()
      const helper = await desk.as("fulfilment@one.example.com")
      const path = `${ITEMS}/${(await desk.itemOf(owner)).id}`
      const answers = await Promise.all([
        owner<Body>("POST", path, { stocked_quantity: 7, expected_stocked_quantity: 10 }),
        helper<Body>("POST", path, { stocked_quantity: 8, expected_stocked_quantity: 10 }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(answers.find(({ status }) => status === 409)!.body.code).toBe("stock_changed")
      const winner = answers.find(({ status }) => status === 200)!.body.inventory_item
      expect((await desk.itemOf(owner)).stocked_quantity).toBe(winner.stocked_quantity)
    })

    it("takes batches of the same items in any order at once", async () => {
      const desk = currentDesk()
      const owner = await desk.one()
      const ids = (await desk.itemsOf(owner)).map(({ id }) => id)
      const batch = (quantity: number, order: string[]) => ({
        levels: order.map((inventory_item_id) => ({ inventory_item_id, stocked_quantity: quantity })),
      })
      const answers = await Promise.all(
        [20, 21, 22, 23].map((quantity, index) =>
          owner<Body>("POST", BATCH, batch(quantity, index % 2 ? ids : ids.toReversed()))
        )
      )
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      expect(answers[0]!.body.inventory_items.map(({ id }) => id)).toEqual(ids.toReversed())
      const after = (await desk.itemsOf(owner)).map(({ stocked_quantity }) => stocked_quantity)
      expect(new Set(after).size).toBe(1)
    })

    it("never falls below what is reserved, and may rise towards it", async () => {
      const desk = currentDesk()
      const owner = await desk.one()
      const item = await desk.itemOf(owner)
      const path = `${ITEMS}/${item.id}`
      await desk.shopper.complete(await desk.readyCart(desk.market.vendors[0]!.products[0]!.variant_id, 4))
      expect(await owner("POST", path, { stocked_quantity: 3 })).toMatchObject({
        status: 400,
        body: { code: "stock_below_reserved" },
      })
      expect(await owner<Body>("POST", path, { stocked_quantity: 4 })).toMatchObject({
        status: 200,
        body: { inventory_item: { stocked_quantity: 4, reserved_quantity: 4, available_quantity: 0 } },
      })
      await desk.sql(
        `update inventory_level set stocked_quantity = 1, raw_stocked_quantity = '{"value":"1","precision":20}'
         where inventory_item_id = ?`,
        [item.id]
      )
      expect((await owner("POST", path, { stocked_quantity: 2 })).status).toBe(200)
      expect((await owner("POST", path, { stocked_quantity: 1 })).status).toBe(400)
    })

    it("is what the store sells: none at nought, again when a level is made", async () => {
      const desk = currentDesk()
      const owner = await desk.one()
      const { variant_id } = desk.market.vendors[0]!.products[0]!
      const item = await desk.itemOf(owner)
      const cart = await desk.shopper.createCart(desk.market.region_id, [])
      const add = () =>
        desk.shopper.call("POST", `/store/carts/${cart.id}/line-items`, { variant_id, quantity: 1 })
      await owner("POST", `${ITEMS}/${item.id}`, { stocked_quantity: 0 })
      expect(await add()).toMatchObject({ status: 400, body: { code: "insufficient_inventory" } })

      await desk.sql("delete from inventory_level where inventory_item_id = ?", [item.id])
      expect(await desk.itemOf(owner)).toMatchObject({
        stocked_quantity: 0,
        available_quantity: 0,
        location_id: item.location_id,
      })
      const expected = { stocked_quantity: 2, expected_stocked_quantity: 1 }
      expect((await owner("POST", `${ITEMS}/${item.id}`, expected)).status).toBe(409)
      expect(await owner<Body>("POST", `${ITEMS}/${item.id}`, { stocked_quantity: 2 })).toMatchObject({
        status: 200,
        body: { inventory_item: { stocked_quantity: 2, reserved_quantity: 0, incoming_quantity: 0 } },
      })
      expect((await add()).status).toBe(200)
      const [level] = await desk.container
        .resolve(Modules.INVENTORY)
        .listInventoryLevels({ inventory_item_id: item.id })
      expect(level).toMatchObject({ stocked_quantity: 2, reserved_quantity: 0 })
      expect(Number(level!.available_quantity)).toBe(2)
    })
  })
}
