import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { listOf, replaceRows } from "./replace-rows"
import { PLATFORM } from "./scope"

/**
 * An order in the shop that it is from, and once in all shops together. A buyer is a customer, or an address when there is
 * none; of either only a hash is kept, which tells two of them apart and nothing else.
 */
const purchases = (which: string) => `
  select o.order_id, s.scope, min(o.currency_code) as currency_code, min(o.placed_at) as placed_at,
    left(encode(sha256(convert_to(coalesce(min(c.customer_id), lower(min(c.email)), o.order_id), 'UTF8')), 'hex'), 32)::uuid as buyer
  from vendor_order o
  left join "order" c on c.id = o.order_id
  cross join lateral (values (o.vendor_id), ('${PLATFORM}')) as s (scope)
  where o.deleted_at is null ${which} group by o.order_id, s.scope`

/** Each purchase's neighbours: the same buyer's purchase before it and after it, in the same scope and currency. */
const chained = (from: string, columns: string) => `
  select ${columns}, lag(placed_at) over chain as previous_at, lead(placed_at) over chain as next_at
  from ${from} window chain as (partition by scope, currency_code, buyer order by placed_at, order_id)`

const CHAIN = `
  with chained as (
    ${chained("report_purchase where buyer in (select jsonb_array_elements_text(?::jsonb)::uuid)", "order_id, scope")}
  ), moved as (
    update report_purchase p set previous_at = chained.previous_at, next_at = chained.next_at
    from chained
    where p.order_id = chained.order_id and p.scope = chained.scope
      and (p.previous_at, p.next_at) is distinct from (chained.previous_at, chained.next_at)
    returning 1
  ) select count(*) from moved`

const buyersOf = async (context: Context, orderIds: string[]): Promise<string[]> => {
  const rows = await queryRows<{ buyer: string }>(
    context,
    `select distinct buyer from report_purchase where order_id in (${listOf(orderIds)})`,
    orderIds
  )

  return rows.map(({ buyer }) => buyer)
}

const BASE = ["currency_code", "placed_at", "buyer"]
const TABLE = { table: "report_purchase", keys: ["order_id", "scope"] }

/** The purchases that these orders are, and those of the same buyers that come before or after them. */
export async function replacePurchases(context: Context, orderIds: string[]): Promise<void> {
  // Whoever had an order before somebody else took it over has one less.
  const before = await buyersOf(context, orderIds)
  const changed = await replaceRows(context, {
    ...TABLE,
    values: BASE,
    fresh: { sql: purchases(`and o.order_id in (${listOf(orderIds)})`), values: orderIds },
    of: { sql: `kept.order_id in (${listOf(orderIds)})`, values: orderIds },
  })
  if (changed) {
    await queryRows(context, CHAIN, [JSON.stringify([...before, ...(await buyersOf(context, orderIds))])])
  }
}

export const replaceAllPurchases = (context: Context): Promise<number> =>
  replaceRows(context, {
    ...TABLE,
    values: [...BASE, "previous_at", "next_at"],
    fresh: {
      sql: chained(`(${purchases("")}) as purchases`, ["order_id", "scope", ...BASE].join(", ")),
      values: [],
    },
    of: null,
  })
