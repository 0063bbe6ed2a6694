/**
 * Of a vendor order `o`: since when a shop may be waited for. That is when the money was in, or when the order was placed where none
 * was asked for or it is paid at the door; null for what is only authorised: nobody has to send what nobody has paid.
 */
export const PAID_SINCE = `(case
  when o.charged_minor = 0 or exists (select 1 from vendor_order_collection n where n.vendor_order_id = o.id) then o.placed_at
  else (
    select min(c.completed_at) from order_payment_collection l join payment_collection c on c.id = l.payment_collection_id
    where l.order_id = o.order_id and l.deleted_at is null and c.deleted_at is null and c.status = 'completed') end)`
