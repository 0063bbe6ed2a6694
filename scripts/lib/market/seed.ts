import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ensureHouseVendorWorkflow } from "../../../src/workflows/vendor/workflows/ensure-house-vendor"
import { ensureCustomer, ensureOwner, ensureUser } from "./logins"
import { ensurePayouts } from "./payouts"
import { ensureProducts, ensureShop, readyShop } from "./shop-seed"
import { BUYER_EMAIL, DEMO_SHOPS, DEMO_STOCK, HOUSE_PRODUCTS, ownerEmail, STAFF_EMAIL } from "./shops"
import { ensureKey, ensurePromotion, ensureStore } from "./store"

/** Seeds the demo marketplace through Medusa's and Merkato's workflows. Every part is made only where it is missing. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { sales_channel_id } = await ensureStore(container)
  const stock = { sales_channel_id, stock: DEMO_STOCK }

  await ensureOwner(container, await ensureUser(container, STAFF_EMAIL, password("STAFF"), "Staff"))
  await ensureCustomer(container, BUYER_EMAIL, password("BUYER"))
  const { result: house } = await ensureHouseVendorWorkflow(container).run({
    input: { name: "Merkato", contact_email: STAFF_EMAIL },
  })
  await ensureProducts(container, await readyShop(container, house.id), HOUSE_PRODUCTS, stock)

  for (const { products, ...shop } of DEMO_SHOPS) {
    const owner = await ensureUser(container, ownerEmail(shop.handle), password("VENDOR"), shop.name)
    await ensureProducts(container, await ensureShop(container, shop, owner), products, stock)
    logger.info(`${shop.name}: ${products.length} products`)
  }
  await ensurePayouts(container)
  await ensurePromotion(container)
  await ensureKey(container, sales_channel_id)
}

function password(who: "STAFF" | "VENDOR" | "BUYER"): string {
  const value = process.env[`MERKATO_${who}_PASSWORD`]
  if (!value) {
    throw new Error(`MERKATO_${who}_PASSWORD is not set.`)
  }

  return value
}
