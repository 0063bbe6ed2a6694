import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { BatchRow } from "./write-batch"

/** External ids of the rows whose product is there and has its owner, which is written last. */
export async function findOwned(container: MedusaContainer, rows: BatchRow[]): Promise<Set<string>> {
  const known = await rowsOf<{ external_id: string }>(
    container,
    `select p.external_id from product p
      join product_vendor vp on vp.product_id = p.id and vp.deleted_at is null
      where p.external_id = any(?) and p.deleted_at is null`,
    [rows.map(({ product }) => product.external_id)]
  )

  return new Set(known.map(({ external_id }) => external_id))
}

/** Takes back what an interrupted or refused batch has left: products without an owner, stock without a product. */
export async function removeUnfinished(container: MedusaContainer, rows: BatchRow[]): Promise<void> {
  const products = await rowsOf<{ id: string }>(
    container,
    `select p.id from product p
      where p.external_id = any(?) and p.handle = any(?) and p.deleted_at is null
        and not exists (select 1 from product_vendor vp where vp.product_id = p.id and vp.deleted_at is null)`,
    [rows.map(({ product }) => product.external_id), rows.map(({ product }) => product.handle)]
  )
  if (products.length) {
    await container.resolve(Modules.PRODUCT).deleteProducts(products.map(({ id }) => id))
  }

  const items = await rowsOf<{ id: string }>(
    container,
    `select i.id from inventory_item i
      where i.sku = any(?) and i.deleted_at is null and not exists (
        select 1 from product_variant_inventory_item l join product_variant v on v.id = l.variant_id
        where l.inventory_item_id = i.id and l.deleted_at is null and v.deleted_at is null)`,
    [rows.map(({ product }) => product.sku)]
  )
  if (items.length) {
    await container.resolve(Modules.INVENTORY).deleteInventoryItems(items.map(({ id }) => id))
  }
}

/** New tables' statistics: without them the first queries on a large catalogue are planned for an empty one. */
export async function refreshStatistics(container: MedusaContainer): Promise<void> {
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("analyze")
}

async function rowsOf<Row>(container: MedusaContainer, sql: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(sql, values as never[])

  return rows
}
