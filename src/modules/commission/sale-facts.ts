import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { SaleFacts, SaleFactsInput } from "./types"

const COLUMNS = `r.id, r.name, r.priority, r.conditions, r.applies_to, r.rate_bps, r.counted_by, r.amounts, r.starts_at, r.ends_at`

const list = (ids: string[]) => (ids.length ? ids.map(() => "?").join(", ") : "null")

/**
 * The rules of a moment that can hold for these products and shops, and the products' collections and categories with all
 * categories above them. One statement, because every sale pays for it; it reads Medusa's tables, whose own service would
 * take one for each. A rule is left out here only by a condition that it surely fails: the domain decides.
 */
export async function readSaleFacts(context: Context, input: SaleFactsInput): Promise<SaleFacts> {
  const products = [...new Set(input.product_ids)]
  const vendors = [...new Set(input.vendor_ids)]
  const [facts] = await queryRows<SaleFacts>(
    context,
    `with sold as (select id, collection_id from product where id in (${list(products)})),
     node as (
       select distinct sold.id as product_id, part.id, part.depth
       from sold
       join product_category_product l on l.product_id = sold.id
       join product_category c on c.id = l.product_category_id and c.deleted_at is null
       cross join lateral unnest(string_to_array(c.mpath, '.')) with ordinality as part (id, depth))
     select
       (select coalesce(json_agg(json_build_object(
           'product_id', sold.id, 'collection_id', sold.collection_id,
           'categories', (select coalesce(json_agg(json_build_object('id', node.id, 'depth', node.depth)), '[]')
             from node where node.product_id = sold.id))), '[]')
         from sold) as products,
       (select coalesce(json_agg(r order by r.id), '[]') from (
         select ${COLUMNS} from commission_rule r
         where r.valid_from <= ? and (r.ended_at is null or r.ended_at > ?)
           and (r.ends_at is null or r.ends_at > ?)
           and (r.conditions ->> 'vendor_id' is null or r.conditions ->> 'vendor_id' in (${list(vendors)}))
           and (r.conditions ->> 'product_id' is null or r.conditions ->> 'product_id' in (select id from sold))
           and (r.conditions ->> 'collection_id' is null
             or r.conditions ->> 'collection_id' in (select collection_id from sold))
           and (r.conditions ->> 'category_id' is null or r.conditions ->> 'category_id' in (select id from node))) r) as rules`,
    [...products, input.at, input.at, input.at, ...vendors]
  )

  return facts ?? { rules: [], products: [] }
}
