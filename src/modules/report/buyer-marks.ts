/**
 * Who bought is written in core's order, and changes when somebody else takes an order over. Core's tables are there before
 * ours wherever there is a server; a test of this module alone has none.
 */
export const BUYER_MARKS_SQL = `do $do$ begin
  create or replace function mark_changed_buyer() returns trigger language plpgsql as $$
    begin
      insert into report_mark (at, vendor_id, order_id)
      select placed_at, vendor_id, order_id from vendor_order where order_id = new.id;
      return null;
    end $$;
  if to_regclass('"order"') is not null then
    create or replace trigger "order_mark_buyer" after update on "order" for each row
      when ((old.customer_id, lower(old.email)) is distinct from (new.customer_id, lower(new.email)))
      execute function mark_changed_buyer();
  end if;
end $do$`
