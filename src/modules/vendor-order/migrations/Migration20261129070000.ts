import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Orders that a return was noted on while another parcel was on its way, and that were never delivered by their history: nothing
 * would ever pay their shops. Where all has arrived by now the history is told so, from now on; else they are on their way again.
 */
export class Migration20261129070000 extends Migration {
  override async up(): Promise<void> {
    // A database without Medusa's orders has none of ours.
    this.addSql(`do $$ begin
      if to_regclass('order_item') is null then return; end if;
      with stuck as (
        select o.id, o.status, not exists (
          select 1 from vendor_order_line l
          join "order" x on x.id = o.order_id
          join order_item i on i.item_id = l.source_id and i.order_id = x.id and i.version = x.version
          where l.vendor_order_id = o.id and l.kind = 'item' and i.deleted_at is null
            and i.delivered_quantity < i.quantity) as is_delivered
        from vendor_order o
        where o.status in ('partly_returned', 'returned')
          and not exists (
            select 1 from vendor_order_transition t where t.vendor_order_id = o.id and t.to_status = 'delivered')
          and not exists (
            select 1 from vendor_order_collection c where c.vendor_order_id = o.id and c.state = 'refused')
      ), told as (
        insert into vendor_order_transition (id, vendor_order_id, from_status, to_status, actor, reason)
        select 'vot_' || md5(id || random()::text), id, case when is_delivered then 'shipped' else status end,
          case when is_delivered then 'delivered' else 'shipped' end, 'system', 'Some of it came back before all had arrived.'
        from stuck
      )
      update vendor_order o set status = 'shipped', updated_at = now()
      from stuck s where s.id = o.id and not s.is_delivered;
    end $$`)
  }

  override async down(): Promise<void> {
    // What it has mended was wrong before.
  }
}
