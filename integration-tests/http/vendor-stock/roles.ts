import { VENDOR_ROLES, type VendorRole } from "../../../src/lib/permissions"
import { changeVendorStatusWorkflow } from "../../../src/workflows/vendor/workflows/change-vendor-status"
import { BATCH, type Body, EXPRESS, ITEMS, LOCATIONS, OPTIONS, type StockDesk } from "./suite"

export function describeRoles(currentDesk: () => StockDesk): void {
  it("opens to each role what its permissions say, and to a suspended shop reading alone", async () => {
    const desk = currentDesk()
    const reads: Record<VendorRole, [number, number]> = {
      owner: [200, 200],
      manager: [200, 200],
      fulfilment: [200, 200],
      catalogue: [200, 200],
      finance: [403, 403],
      support: [403, 200],
    }
    const writes: Record<VendorRole, [number, number]> = {
      owner: [200, 201],
      manager: [200, 201],
      fulfilment: [200, 403],
      catalogue: [200, 403],
      finance: [403, 403],
      support: [403, 403],
    }
    const owner = await desk.one()
    const item = `${ITEMS}/${(await desk.itemOf(owner)).id}`
    const location = `${LOCATIONS}/${(await owner<Body>("GET", LOCATIONS)).body.stock_locations[0]!.id}`
    const option = `${OPTIONS}/${(await desk.optionsOf(owner))[0]!.id}`
    const level = { inventory_item_id: item.replace(`${ITEMS}/`, ""), stocked_quantity: 9 }
    for (const role of VENDOR_ROLES) {
      const client = await desk.as(`${role}@one.example.com`)
      const [stock, delivery] = reads[role]
      const got = await Promise.all(
        [ITEMS, item, LOCATIONS, location, OPTIONS, option].map(
          async (path) => (await client("GET", path)).status
        )
      )
      expect([role, ...got]).toEqual([role, stock, stock, stock, stock, delivery, delivery])
      const [inventory, shipping] = writes[role]
      expect([
        role,
        (await client("POST", item, { stocked_quantity: 9 })).status,
        (await client("POST", BATCH, { levels: [level] })).status,
        (await client("POST", location, { name: "Depot" })).status,
        (await client("POST", OPTIONS, EXPRESS)).status,
        (await client("POST", option, { name: "Courier" })).status,
      ]).toEqual([role, inventory, inventory, inventory, shipping, shipping === 201 ? 200 : shipping])
    }
    expect((await (await desk.as("support@one.example.com"))("DELETE", option)).status).toBe(403)

    await changeVendorStatusWorkflow(desk.container).run({
      input: { vendor_id: desk.market.vendors[0]!.id, to: "suspended", actor: "test", reason: "a test" },
    })
    const suspended = await desk.one()
    for (const path of [ITEMS, item, LOCATIONS, location, OPTIONS, option]) {
      expect([path, (await suspended("GET", path)).status]).toEqual([path, 200])
    }
    const before = await desk.allRows()
    const refused: [string, string, unknown?][] = [
      ["POST", item, { stocked_quantity: 1 }],
      ["POST", BATCH, { levels: [level] }],
      ["POST", location, { name: "X" }],
      ["POST", OPTIONS, EXPRESS],
      ["POST", option, { name: "X" }],
      ["DELETE", option],
    ]
    for (const [method, path, body] of refused) {
      expect(await suspended(method, path, body)).toMatchObject({
        status: 403,
        body: { code: "vendor_status_refused" },
      })
    }
    expect(await desk.allRows()).toBe(before)
  })
}
