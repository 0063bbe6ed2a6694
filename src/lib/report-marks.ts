/**
 * What reports are summed from changes in tables of other modules. The database itself marks what has changed, in the
 * transaction that changes it; the module `report` works out anew what is marked (ADR 16). A mark is an insert into a table
 * that nobody else touches, so that checkouts of one shop never wait for each other.
 *
 * The module whose tables are marked runs this in its own migration, since it may be the only one in a database. It is
 * frozen: a change is a migration of the module `report`.
 */
export const REPORT_MARKS_SQL = [
  `create table if not exists "report_mark" (
    "id" bigint generated always as identity primary key,
    "at" timestamptz not null,
    "vendor_id" text null,
    "order_id" text null,
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz null,
    "deleted_at" timestamptz null)`,
  `create index if not exists "IDX_report_mark_vendor" on "report_mark" ("vendor_id", "id")`,
  // A mark with an order is about what was sold, one without about what has happened since.
  `create or replace function mark_sold_orders() returns trigger language plpgsql as $$
    begin
      if tg_level = 'STATEMENT' then
        insert into report_mark (at, vendor_id, order_id) select placed_at, vendor_id, order_id from changed;
        return null;
      end if;
      insert into report_mark (at, vendor_id, order_id)
      values (old.placed_at, old.vendor_id, old.order_id), (new.placed_at, new.vendor_id, new.order_id);
      return null;
    end $$`,
  `create or replace function mark_sold_lines() returns trigger language plpgsql as $$
    begin
      if tg_level = 'STATEMENT' then
        insert into report_mark (at, vendor_id, order_id)
        select placed_at, vendor_id, order_id from vendor_order
        where id in (select vendor_order_id from changed);
        return null;
      end if;
      insert into report_mark (at, vendor_id, order_id)
      select placed_at, vendor_id, order_id from vendor_order where id in (old.vendor_order_id, new.vendor_order_id);
      return null;
    end $$`,
  // An order that is deleted takes these rows with it, so that its shop is not found any more: the moment is enough.
  `create or replace function mark_after_sale() returns trigger language plpgsql as $$
    begin
      if tg_level = 'STATEMENT' then
        insert into report_mark (at, vendor_id)
        select c.created_at, o.vendor_id from changed c left join vendor_order o on o.id = c.vendor_order_id;
        return null;
      end if;
      if tg_op <> 'INSERT' then
        insert into report_mark (at, vendor_id)
        values (old.created_at, (select vendor_id from vendor_order where id = old.vendor_order_id));
      end if;
      if tg_op <> 'DELETE' then
        insert into report_mark (at, vendor_id)
        values (new.created_at, (select vendor_id from vendor_order where id = new.vendor_order_id));
      end if;
      return null;
    end $$`,
]

/**
 * The quarter of an hour that a moment is in: the clocks of all zones are whole quarters apart. An index on this very
 * expression finds all of one.
 */
export const quarterOf = (at: string) => `date_bin('15 minutes', ${at}, timestamptz '2000-01-01 00:00:00+00')`

type Marked = {
  table: string
  marks: "mark_sold_orders" | "mark_sold_lines" | "mark_after_sale"
  /** The columns that reports are summed from: another change marks nothing. */
  columns: string[]
}

/** The statements that make the database mark every change of a table. Whole statements at once, but for what is edited. */
export const markChangesOf = ({ table, marks, columns }: Marked): string[] => {
  const row = (side: string) => columns.map((column) => `${side}."${column}"`).join(", ")

  return [
    `create trigger "${table}_mark_insert" after insert on "${table}"
       referencing new table as changed for each statement execute function ${marks}()`,
    `create trigger "${table}_mark_delete" after delete on "${table}"
       referencing old table as changed for each statement execute function ${marks}()`,
    `create trigger "${table}_mark_update" after update on "${table}" for each row
       when ((${row("old")}) is distinct from (${row("new")})) execute function ${marks}()`,
  ]
}
