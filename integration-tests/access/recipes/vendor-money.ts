import { largeOrder } from "../records/shop-order"
import type { World } from "../world"
import type { Recipes } from "./recipe"

/** The shop has sold, so its accounts have moved. */
const afterSale = async (world: World) => {
  await largeOrder(world)

  return {}
}

export const vendorMoneyRecipes: Recipes = {
  "GET /vendor/transactions": afterSale,
  "GET /vendor/transactions/export": afterSale,
}
