import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"

/** Times change with every write, also with one that changes nothing that is looked at. */
const shown = (row: string, ...hidden: string[]) =>
  `to_jsonb(${row}) - '{${["created_at", "updated_at", ...hidden].join(",")}}'::text[]`

const list = (value: string, order: string, rest: string) =>
  `(select jsonb_agg(${value} order by ${order}) from ${rest})`

/**
 * One short text for all that a shop can change of a product: two that are alike in it are alike. Read from the tables
 * of core's product and pricing modules, because no date of a product moves with its variants, pictures and prices.
 */
export async function versionOfProduct(context: Context, id: string): Promise<string | null> {
  const [found] = await queryRows<{ version: string }>(
    context,
    `select md5(jsonb_build_array(
       ${shown("p")},
       ${list("jsonb_build_array(i.url, i.rank)", "i.rank, i.id", "image i where i.product_id = p.id and i.deleted_at is null")},
       ${list("c.product_category_id", "c.product_category_id", "product_category_product c where c.product_id = p.id")},
       ${list("t.product_tag_id", "t.product_tag_id", "product_tags t where t.product_id = p.id")},
       ${list(
         "jsonb_build_array(o.id, o.title, v.value)",
         "o.id, v.id",
         `product_product_option l join product_option o on o.id = l.product_option_id
          left join product_product_option_value h
            on h.product_product_option_id = l.id and h.deleted_at is null
          left join product_option_value v on v.id = h.product_option_value_id and v.deleted_at is null
          where l.product_id = p.id and l.deleted_at is null and o.deleted_at is null`
       )},
       ${list(shown("v"), "v.id", "product_variant v where v.product_id = p.id and v.deleted_at is null")},
       ${list(
         "jsonb_build_array(v.id, c.option_value_id)",
         "v.id, c.option_value_id",
         `product_variant v join product_variant_option c on c.variant_id = v.id
          where v.product_id = p.id and v.deleted_at is null`
       )},
       ${list(
         "jsonb_build_array(v.id, r.currency_code, r.raw_amount, r.min_quantity, r.max_quantity, r.rules_count)",
         "v.id, r.currency_code, r.id",
         `product_variant v
          join product_variant_price_set l on l.variant_id = v.id and l.deleted_at is null
          join price r on r.price_set_id = l.price_set_id and r.deleted_at is null and r.price_list_id is null
          where v.product_id = p.id and v.deleted_at is null`
       )}
     )::text) as version
     from product p where p.id = ? and p.deleted_at is null`,
    [id]
  )

  return found?.version ?? null
}

/** The same for a shop: its profile, bank account, papers, checklist and people, without what its approval itself writes. */
export async function versionOfShop(context: Context, id: string): Promise<string | null> {
  const [found] = await queryRows<{ version: string }>(
    context,
    `select md5(jsonb_build_array(
       ${shown("s", "verified_at", "shipping_profile_id", "stock_location_id")},
       ${list("a.id", "a.id", "vendor_bank_account a where a.vendor_id = s.id and a.replaced_at is null")},
       ${list("d.id", "d.id", "vendor_document d where d.vendor_id = s.id and d.deleted_at is null")},
       ${list(shown("r"), "r.key", "vendor_requirement r where r.vendor_id = s.id and r.deleted_at is null")},
       ${list(
         "jsonb_build_array(m.user_id, m.role)",
         "m.id",
         "vendor_member m where m.vendor_id = s.id and m.deleted_at is null"
       )}
     )::text) as version
     from vendor s where s.id = ? and s.deleted_at is null`,
    [id]
  )

  return found?.version ?? null
}

/** Holds a product's rows until the transaction ends: variants and pictures that are added wait for the product's too. */
export async function lockProduct(context: Context, id: string): Promise<string | null> {
  const [product] = await queryRows<{ status: string }>(
    context,
    `select status from product where id = ? and deleted_at is null for update`,
    [id]
  )
  await queryRows(context, `select id from product_variant where product_id = ? order by id for update`, [id])

  return product?.status ?? null
}
