import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { SHOWN_FIELDS, SHOWN_VARIANT_FIELDS, type ShownProduct } from "./domain/product-changes"

const asText = (row: string, fields: readonly string[]) =>
  fields.map((field) => `'${field}', ${row}.${field}::text`).join(", ")

const list = (value: string, order: string, rest: string) =>
  `coalesce((select jsonb_agg(${value} order by ${order}) from ${rest}), '[]')`

const CHOICE = `(select string_agg(o.title || ': ' || x.value, ', ' order by o.title)
  from product_variant_option c join product_option_value x on x.id = c.option_value_id
  join product_option o on o.id = x.option_id where c.variant_id = v.id)`

/** What buyers pay who belong to no group and buy one piece: what the shop itself has set. */
const PRICES = list(
  "jsonb_build_object('currency_code', r.currency_code, 'amount', trim_scale(r.amount)::text)",
  "r.currency_code, r.id",
  `product_variant_price_set l join price r on r.price_set_id = l.price_set_id and r.deleted_at is null
   where l.variant_id = v.id and l.deleted_at is null and r.price_list_id is null and r.rules_count = 0
     and r.min_quantity is null and r.max_quantity is null`
)

const VARIANT = `jsonb_build_object('id', v.id, ${asText(
  "v",
  SHOWN_VARIANT_FIELDS.filter((field) => field !== "options")
)}, 'options', ${CHOICE}, 'prices', ${PRICES})`

/** A product as staff look at it. Read from the tables of core's product and pricing modules in one statement. */
export async function contentOfProduct(context: Context, id: string): Promise<ShownProduct | null> {
  const [found] = await queryRows<{ content: ShownProduct }>(
    context,
    `select jsonb_build_object(${asText("p", SHOWN_FIELDS)},
       'images', ${list("i.url", "i.rank, i.id", "image i where i.product_id = p.id and i.deleted_at is null")},
       'categories', ${list(
         "g.name",
         "g.name, g.id",
         `product_category_product c join product_category g on g.id = c.product_category_id and g.deleted_at is null
          where c.product_id = p.id`
       )},
       'tags', ${list(
         "g.value",
         "g.value, g.id",
         `product_tags t join product_tag g on g.id = t.product_tag_id and g.deleted_at is null where t.product_id = p.id`
       )},
       'options', ${list(
         "o.title || ': ' || x.value",
         "o.title, x.value",
         `product_product_option l join product_option o on o.id = l.product_option_id and o.deleted_at is null
          join product_product_option_value h on h.product_product_option_id = l.id and h.deleted_at is null
          join product_option_value x on x.id = h.product_option_value_id and x.deleted_at is null
          where l.product_id = p.id and l.deleted_at is null`
       )},
       'variants', ${list(VARIANT, "v.variant_rank, v.id", "product_variant v where v.product_id = p.id and v.deleted_at is null")}
     ) as content from product p where p.id = ? and p.deleted_at is null`,
    [id]
  )

  return found?.content ?? null
}

export type ApprovedContent = { content: ShownProduct; approved_at: Date }

/** What was approved last, as it was then. Approvals of old have kept nothing. */
export async function approvedContent(context: Context, productId: string): Promise<ApprovedContent | null> {
  const [found] = await queryRows<ApprovedContent>(
    context,
    `select content, created_at as approved_at from product_decision
     where product_id = ? and decision = 'approved' and content is not null and deleted_at is null
     order by created_at desc, id desc limit 1`,
    [productId]
  )

  return found ?? null
}

export type WaitingProduct = {
  id: string
  title: string
  handle: string
  thumbnail: string | null
  vendor: { id: string; name: string; handle: string; status: string }
  variant_count: number
  /** Since the product itself was changed last: one that is changed while it waits is to be looked at anew. */
  waiting_since: string
  /** None was approved before. */
  is_new: boolean
  last_decision: { decision: "approved" | "rejected"; reason: string | null; decided_at: string } | null
}

export type WaitingFilters = { vendor_id?: string; q?: string }

/** Products of shops that wait for staff, those that have waited longest first: one statement. */
export async function findWaitingProducts(
  context: Context,
  { vendor_id, q }: WaitingFilters,
  page: { take: number; skip: number }
): Promise<{ products: WaitingProduct[]; count: number }> {
  const [found] = await queryRows<{ products: WaitingProduct[]; count: number }>(
    context,
    `with waiting as (
       select p.id, p.title, p.handle, p.thumbnail, p.updated_at as waiting_since,
         jsonb_build_object('id', s.id, 'name', s.name, 'handle', s.handle, 'status', s.status) as vendor
       from product p
       join product_vendor l on l.product_id = p.id and l.deleted_at is null
       join vendor s on s.id = l.vendor_id and s.deleted_at is null
       where p.status = 'proposed' and p.deleted_at is null and (?::text is null or s.id = ?)
         and (?::text is null or strpos(lower(concat_ws(' ', p.title, p.handle, s.name)), lower(?)) > 0)),
     page as (
       select *, row_number() over (order by waiting_since, id) as place_in_page
       from waiting order by place_in_page limit ? offset ?)
     select (select count(*)::int from waiting) as count,
       coalesce((select jsonb_agg(to_jsonb(page) - 'place_in_page' || jsonb_build_object(
         'variant_count', (select count(*)::int from product_variant v
           where v.product_id = page.id and v.deleted_at is null),
         'is_new', not exists (select 1 from product_decision d
           where d.product_id = page.id and d.decision = 'approved' and d.deleted_at is null),
         'last_decision', (select jsonb_build_object('decision', d.decision, 'reason', d.reason,
             'decided_at', d.created_at) from product_decision d
           where d.product_id = page.id and d.deleted_at is null order by d.created_at desc, d.id desc limit 1))
         order by place_in_page) from page), '[]') as products`,
    [vendor_id ?? null, vendor_id ?? null, q ?? null, q ?? null, page.take, page.skip]
  )

  return found ?? { products: [], count: 0 }
}
