import { hkdfSync } from "node:crypto"
import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import { containing } from "./page-rows"
import type { Paging, ShopCustomer, ShopCustomerFilters, ShopCustomerSort } from "./types"

const SORTS: Record<ShopCustomerSort, string> = {
  name: "lower(p.name)",
  orders_count: "p.orders_count",
  last_order_at: "p.last_order_at",
}

/**
 * Everybody who bought in a shop, as its orders tell it; the tables are core's, which Medusa cannot group. The id is made
 * of a key, the shop's id and the buyer's, so two shops cannot find out that they have a buyer in common, nor one of
 * them whether a guest has a certain address.
 */
const PEOPLE = `with mine as (
    select vo.id, vo.status, vo.currency_code, vo.placed_at, a.first_name, a.last_name, a.city, a.country_code,
      vo.total_minor - coalesce((select sum(amount_minor) from vendor_order_refund r where r.vendor_order_id = vo.id), 0)
        as spent_minor,
      'vcus_' || left(encode(sha256(convert_to(?::text || vo.vendor_id || ':' || coalesce(o.customer_id, lower(o.email)), 'UTF8')),
        'hex'), 32) as buyer
    from vendor_order vo
    join "order" o on o.id = vo.order_id and o.deleted_at is null
    left join order_address a on a.id = o.shipping_address_id
    where vo.vendor_id = ? and vo.deleted_at is null and coalesce(o.customer_id, o.email) is not null
  ),
  spending as (
    select buyer, jsonb_object_agg(currency_code, spent_minor) as spent from (
      select buyer, currency_code, sum(spent_minor)::text as spent_minor from mine
      where status <> 'canceled' group by buyer, currency_code
    ) as sums group by buyer
  ),
  people as (
    select m.buyer as id,
      coalesce((array_agg(concat_ws(' ', m.first_name, m.last_name) order by m.placed_at desc, m.id desc))[1], '') as name,
      (array_agg(m.city order by m.placed_at desc, m.id desc))[1] as city,
      (array_agg(m.country_code order by m.placed_at desc, m.id desc))[1] as country_code,
      (count(*) filter (where m.status <> 'canceled'))::int as orders_count,
      min(m.placed_at) as first_order_at, max(m.placed_at) as last_order_at,
      array_agg(m.id order by m.placed_at desc, m.id desc) as vendor_order_ids
    from mine m group by m.buyer
  )`

/** Of one length always, and the hash is cut short: nobody can lengthen what follows the key. */
export const customerKey = (secret: string): string =>
  Buffer.from(hkdfSync("sha256", secret, "", "merkato customers of a shop", 32)).toString("hex")

type CustomerRow = Omit<ShopCustomer, "spent"> & {
  spent: Record<string, string> | null
  vendor_order_ids: string[]
  count: number
}

const toCustomer = ({ count: _, vendor_order_ids: __, spent, ...row }: CustomerRow): ShopCustomer => ({
  ...row,
  spent: Object.entries(spent ?? {})
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency_code, minor]) => ({ currency_code, amount_minor: BigInt(minor) })),
})

export async function pageOfCustomers(
  context: Context,
  key: string,
  filters: ShopCustomerFilters,
  page: Paging<ShopCustomerSort>
): Promise<{ customers: ShopCustomer[]; count: number }> {
  const direction = page.is_ascending ? "asc" : "desc"
  const text = filters.q ? containing(filters.q) : null
  const matching = `(?::text is null or p.name ilike ? or p.city ilike ?)`
  const rows = await queryRows<CustomerRow>(
    context,
    `${PEOPLE} select p.*, s.spent from people p left join spending s on s.buyer = p.id
     where ${matching} order by ${SORTS[page.sort ?? "last_order_at"]} ${direction}, p.id ${direction} limit ? offset ?`,
    [key, boundVendor(filters.vendor_id), text, text, text, page.take, page.skip]
  )
  const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(
    context,
    `${PEOPLE} select count(*)::int as count from people p where ${matching}`,
    [key, boundVendor(filters.vendor_id), text, text, text]
  )

  return { customers: rows.map(toCustomer), count }
}

/** One buyer of the shop, with the ids of what they ordered in it, newest first. */
export async function findCustomer(
  context: Context,
  key: string,
  vendorId: string,
  id: string
): Promise<{ customer: ShopCustomer; vendor_order_ids: string[] } | null> {
  const [row] = await queryRows<CustomerRow>(
    context,
    `${PEOPLE} select p.*, s.spent from people p left join spending s on s.buyer = p.id where p.id = ?`,
    [key, boundVendor(vendorId), id]
  )

  return row ? { customer: toCustomer(row), vendor_order_ids: row.vendor_order_ids } : null
}
