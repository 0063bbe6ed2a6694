import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import { DELIVERY_CODE_TRIES } from "./domain/delivery-code"

type OfVendor = { id: string; vendor_id: string }

/**
 * Counts one more try, before the code is looked at; null when there is none left. One statement, because guesses that come
 * at the same time would each read the same number.
 */
export async function spendTry(context: Context, { id, vendor_id }: OfVendor): Promise<number | null> {
  const [row] = await queryRows<{ tries: number }>(
    context,
    `insert into vendor_order_delivery as d (vendor_order_id, tries)
     select o.id, 1 from vendor_order o where o.id = ? and o.vendor_id = ?
     on conflict (vendor_order_id) do update set tries = d.tries + 1 where d.tries < ?
     returning d.tries`,
    [id, boundVendor(vendor_id), DELIVERY_CODE_TRIES]
  )

  return row ? DELIVERY_CODE_TRIES - row.tries : null
}

/** Notes who has confirmed a delivery, once, if all of it is delivered by now. */
export async function confirmDelivery(
  context: Context,
  { id, vendor_id, confirmed_by }: OfVendor & { confirmed_by: string }
): Promise<void> {
  await queryRows(
    context,
    `insert into vendor_order_delivery as d (vendor_order_id, confirmed_at, confirmed_by)
     select o.id, now(), ? from vendor_order o
     where o.id = ? and o.vendor_id = ? and o.status in ('delivered', 'partly_returned', 'returned')
     on conflict (vendor_order_id) do update
       set confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by where d.confirmed_at is null`,
    [confirmed_by, id, boundVendor(vendor_id)]
  )
}

/** When a delivery was confirmed; null while it was not. */
export async function confirmedAt(context: Context, { id, vendor_id }: OfVendor): Promise<Date | null> {
  const [row] = await queryRows<{ confirmed_at: Date | string | null }>(
    context,
    `select d.confirmed_at from vendor_order_delivery d join vendor_order o on o.id = d.vendor_order_id
     where o.id = ? and o.vendor_id = ?`,
    [id, boundVendor(vendor_id)]
  )

  return row?.confirmed_at ? new Date(row.confirmed_at) : null
}
