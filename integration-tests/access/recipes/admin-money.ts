import { largeOrder } from "../records/shop-order"
import type { World } from "../world"
import type { Recipes } from "./recipe"

/** A shop has sold, so there is something in the books. */
const afterSale = async (world: World) => {
  await largeOrder(world)

  return {}
}

export const adminMoneyRecipes: Recipes = {
  "GET /admin/ledger/accounts": afterSale,
  "GET /admin/ledger/postings": afterSale,
  "GET /admin/ledger/postings/export": afterSale,
  "GET /admin/ledger/trial-balance": afterSale,
  "GET /admin/reports/products": afterSale,
  "GET /admin/reports/products/export": afterSale,
  "GET /admin/reports/sales": afterSale,
  "GET /admin/reports/sales/export": afterSale,
  "GET /admin/ledger/entries/:id": async (world) => {
    await largeOrder(world)
    const [entry] = await world.sql<{ id: string }>("select id from ledger_entry where kind = 'sale' limit 1")

    return { params: { id: entry!.id } }
  },
}
