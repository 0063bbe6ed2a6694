import { largeOrder } from "../records/shop-order"
import type { World } from "../world"
import type { Recipes } from "./recipe"

/** The shop has sold, so its accounts have moved. */
const afterSale = async (world: World) => {
  await largeOrder(world)

  return {}
}

const inItsMonth = async (world: World) => {
  await largeOrder(world)

  return { params: { period: new Date().toISOString().slice(0, 7) } }
}

export const vendorMoneyRecipes: Recipes = {
  "GET /vendor/reports/products": afterSale,
  "GET /vendor/reports/products/export": afterSale,
  "GET /vendor/reports/sales": afterSale,
  "GET /vendor/reports/sales/export": afterSale,
  "GET /vendor/statements": afterSale,
  "GET /vendor/statements/:period": inItsMonth,
  "GET /vendor/statements/:period/export": inItsMonth,
  "GET /vendor/statements/:period/print": inItsMonth,
  "GET /vendor/transactions": afterSale,
  "GET /vendor/transactions/export": afterSale,
}
