import type { LinkDefinition, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import { ensureShop } from "../market/shop-seed"
import type { ShopPlace } from "./write-batch"

const TOLD_EVERY = 25

/** `Catalogue vendor 01` and so on, opened, provisioned and approved where they are not yet. */
export async function ensureShops(
  container: MedusaContainer,
  count: number,
  tell: (text: string) => void
): Promise<ShopPlace[]> {
  const shops: ShopPlace[] = []
  for (let index = 1; index <= count; index += 1) {
    const number = String(index).padStart(2, "0")
    const { id, ...place } = await ensureShop(container, {
      name: `Catalogue vendor ${number}`,
      handle: `catalogue-vendor-${number}`,
      description: "Sells what was loaded from a file.",
      city: "Lagos",
      province: "Lagos",
      address_1: `${index} Computer Village`,
      delivery_price: 1500,
    })
    shops.push({ vendor_id: id, ...place })
    if (index % TOLD_EVERY === 0 && index < count) {
      tell(`${index} of ${count} shops are ready`)
    }
  }
  tell(`${count} shops are ready`)

  return shops
}

/** The same links as the workflow assign-products-to-vendor makes, for products that are new. */
export async function assignOwners(
  container: MedusaContainer,
  owners: { product_id: string; vendor_id: string }[]
): Promise<void> {
  await container.resolve(ContainerRegistrationKeys.LINK).create(
    owners.map(
      ({ product_id, vendor_id }): LinkDefinition => ({
        [Modules.PRODUCT]: { product_id },
        [VENDOR_MODULE]: { vendor_id },
      })
    )
  )
}
