import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import type {
  BuyerIdentity,
  CloseUncollectedInput,
  CollectInput,
  Collection,
  HeldCash,
  HeldCashPage,
  OfVendor,
  PrepayInput,
  UntoldCollection,
} from "./collection-types"
import { AT_THE_DOOR, BUYERS_REASONS } from "./domain/pay-on-delivery"
import { PREPAYABLE } from "./domain/prepayment"

type Row = Omit<Collection, "amount_minor" | "closed_at" | "followed_at"> & {
  amount_minor: string
  closed_at: Date | string | null
  followed_at: Date | string | null
}

const COLUMNS = `c.vendor_order_id, c.order_id, c.vendor_id, c.currency_code, c.amount_minor::text as amount_minor, c.state,
  c.held_by, c.prepaid_reference, c.idempotency_key, c.reason_code, c.note, c.actor, c.closed_at, c.followed_at`

const fromRow = (row: Row): Collection => ({
  ...row,
  amount_minor: BigInt(row.amount_minor),
  closed_at: row.closed_at === null ? null : new Date(row.closed_at),
  followed_at: row.followed_at === null ? null : new Date(row.followed_at),
})

/** What is to be collected of an order, or was; nothing for one that is paid otherwise. */
export async function collectionsOf(context: Context, orderId: string): Promise<Collection[]> {
  const rows = await queryRows<Row>(
    context,
    `select ${COLUMNS} from vendor_order_collection c where c.order_id = ? order by c.vendor_order_id`,
    [orderId]
  )

  return rows.map(fromRow)
}

/**
 * Notes that the money was collected; null when it cannot be. The whole rule is in the statement: whoever comes second, or
 * meets a cancellation that has begun, changes nothing.
 */
export async function collect(context: Context, input: CollectInput): Promise<Collection | null> {
  const [row] = await queryRows<Row>(
    context,
    `update vendor_order_collection c
     set state = 'collected', held_by = ?, idempotency_key = ?, actor = ?, closed_at = now(), updated_at = now()
     from vendor_order o
     where o.id = c.vendor_order_id and c.vendor_order_id = ? and c.vendor_id = ? and c.state = 'due'
       and c.amount_minor = ?::numeric and o.status in (${AT_THE_DOOR.map(() => "?").join(", ")})
       and not exists (select 1 from vendor_order_cancellation x where x.vendor_order_id = o.id)
     returning ${COLUMNS}`,
    [
      input.held_by,
      input.idempotency_key,
      input.actor,
      input.vendor_order_id,
      boundVendor(input.vendor_id),
      String(input.amount_minor),
      ...AT_THE_DOOR,
    ]
  )

  return row ? fromRow(row) : null
}

/**
 * Notes that a gateway has the money, so that nothing is collected any more; false when it cannot count. As with a collection
 * the whole rule is in the statement: whoever comes second changes nothing.
 */
export async function prepay(context: Context, input: PrepayInput): Promise<boolean> {
  const rows = await queryRows(
    context,
    `update vendor_order_collection c
     set state = 'prepaid', prepaid_reference = ?, closed_at = now(), updated_at = now()
     from vendor_order o
     where o.id = c.vendor_order_id and c.vendor_order_id = ? and c.vendor_id = ? and c.state = 'due'
       and c.amount_minor = ?::numeric and c.currency_code = ?
       and o.status in (${PREPAYABLE.map(() => "?").join(", ")})
       and not exists (select 1 from vendor_order_cancellation x where x.vendor_order_id = o.id)
     returning c.vendor_order_id`,
    [
      input.reference,
      input.vendor_order_id,
      boundVendor(input.vendor_id),
      String(input.amount_minor),
      input.currency_code,
      ...PREPAYABLE,
    ]
  )

  return rows.length > 0
}

/** Notes that nothing will be collected any more; null when that is decided already. */
export async function closeUncollected(
  context: Context,
  input: CloseUncollectedInput
): Promise<Collection | null> {
  const [row] = await queryRows<Row>(
    context,
    `update vendor_order_collection c
     set state = ?, reason_code = ?, note = ?, actor = ?, closed_at = now(), updated_at = now()
     where c.vendor_order_id = ? and c.vendor_id = ? and c.state = 'due' returning ${COLUMNS}`,
    [
      input.to,
      input.to === "refused" ? input.reason_code : null,
      input.to === "refused" ? input.note : null,
      input.actor,
      input.vendor_order_id,
      boundVendor(input.vendor_id),
    ]
  )

  return row ? fromRow(row) : null
}

/** Orders that Medusa has not been brought up to yet. */
export async function unfollowedOrders(
  context: Context,
  { before, limit }: { before: Date; limit: number }
): Promise<string[]> {
  const rows = await queryRows<{ order_id: string }>(
    context,
    `select order_id from vendor_order_collection
     where state <> 'due' and followed_at is null and closed_at <= ?
     group by order_id order by min(closed_at), order_id limit ?`,
    [before, limit]
  )

  return rows.map(({ order_id }) => order_id)
}

/** Those that were read before Medusa was brought up to them: one that closes meanwhile stays to be followed. */
export async function noteFollowed(
  context: Context,
  { vendor_order_id, vendor_id }: OfVendor
): Promise<void> {
  await queryRows(
    context,
    `update vendor_order_collection set followed_at = now(), updated_at = now()
     where vendor_order_id = ? and vendor_id = ? and state <> 'due' and followed_at is null`,
    [vendor_order_id, boundVendor(vendor_id)]
  )
}

/** The platform's bank has the money by now. False when it had it, or when nothing was collected. */
export async function noteRemitted(
  context: Context,
  { vendor_order_id, vendor_id }: OfVendor
): Promise<boolean> {
  const rows = await queryRows(
    context,
    `update vendor_order_collection set held_by = 'platform', updated_at = now()
     where vendor_order_id = ? and vendor_id = ? and state = 'collected' and held_by = 'vendor' returning vendor_order_id`,
    [vendor_order_id, boundVendor(vendor_id)]
  )

  return rows.length > 0
}

/** Notes that the vendor owes what it has kept; false when it does already, or has it no more. */
export async function noteOwed(context: Context, { vendor_order_id, vendor_id }: OfVendor): Promise<boolean> {
  const rows = await queryRows(
    context,
    `update vendor_order_collection set owed_at = now(), updated_at = now()
     where vendor_order_id = ? and vendor_id = ? and held_by = 'vendor' and owed_at is null returning vendor_order_id`,
    [vendor_order_id, boundVendor(vendor_id)]
  )

  return rows.length > 0
}

/** Cash that vendors took before then and still hold, page by page; what a release has netted is in no list of ours. */
export async function heldCash(
  context: Context,
  { before, of, after, take }: HeldCashPage
): Promise<HeldCash[]> {
  const rows = await queryRows<HeldCash>(
    context,
    `select vendor_order_id, order_id, vendor_id, currency_code, date_trunc('milliseconds', closed_at) as closed_at
     from vendor_order_collection
     where held_by = 'vendor' and owed_at is null and closed_at <= ?
       and (?::text is null or (vendor_id = ? and currency_code = ?))
       and not exists (select 1 from payout_release p where p.vendor_order_id = vendor_order_collection.vendor_order_id)
       and (?::timestamptz is null or (date_trunc('milliseconds', closed_at), vendor_order_id) > (?::timestamptz, ?::text))
     order by date_trunc('milliseconds', closed_at), vendor_order_id limit ?`,
    [
      before,
      of?.vendor_id ?? null,
      of?.vendor_id ?? null,
      of?.currency_code ?? null,
      after?.closed_at ?? null,
      after?.closed_at ?? null,
      after?.vendor_order_id ?? null,
      take,
    ]
  )

  return rows.map((row) => ({ ...row, closed_at: new Date(row.closed_at) }))
}

/** Delivered before then, and due still: neither was it said that the money was collected, nor that nobody paid. */
export async function untoldCollections(
  context: Context,
  { delivered_before, take }: { delivered_before: Date; take: number }
): Promise<UntoldCollection[]> {
  const rows = await queryRows<Omit<UntoldCollection, "amount_minor"> & { amount_minor: string }>(
    context,
    `select o.display_number, c.currency_code, c.amount_minor::text as amount_minor
     from vendor_order_collection c join vendor_order o on o.id = c.vendor_order_id
     where c.state = 'due' and o.status in ('delivered', 'partly_returned', 'returned')
       and exists (
         select 1 from vendor_order_transition t
         where t.vendor_order_id = o.id and t.to_status = 'delivered' and t.created_at <= ?)
     order by c.vendor_order_id limit ?`,
    [delivered_before, take]
  )

  return rows.map((row) => ({ ...row, amount_minor: BigInt(row.amount_minor) }))
}

/**
 * How many parcels a buyer has refused without the shop's fault, under any of what is known of the buyer. Counted from the
 * rows each time: no counter could be right after a merge of two accounts. Reads core's orders, which no filter of Medusa's
 * can join to ours.
 */
export async function refusalsOf(
  context: Context,
  { customer_id, email, phone }: BuyerIdentity
): Promise<number> {
  const [row] = await queryRows<{ count: string }>(
    context,
    `select count(*)::text as count from vendor_order_collection c
     join "order" o on o.id = c.order_id
     left join order_address a on a.id = o.shipping_address_id
     where c.state = 'refused' and c.reason_code in (${BUYERS_REASONS.map(() => "?").join(", ")})
       and (o.customer_id = ? or lower(o.email) = lower(?) or regexp_replace(a.phone, '[^0-9]', '', 'g') = nullif(?, ''))`,
    [...BUYERS_REASONS, customer_id, email, (phone ?? "").replace(/\D/g, "")]
  )

  return Number(row?.count ?? 0)
}
