import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { OUTGOING_EVENTS_SQL, tellOf } from "../../../lib/outgoing-events"

const TOLD = tellOf({
  table: "vendor_order_collection",
  on: ["state"],
  name: "vendor-order-collection",
  word: "state",
  fields: ["order_id", "vendor_order_id", "vendor_id"],
})

/** What is collected at the door: one row for each vendor order, which leaves `due` once. */
export class Migration20261128140000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "vendor_order_collection" (
      "vendor_order_id" text primary key references "vendor_order" ("id") on delete cascade,
      "order_id" text not null,
      "vendor_id" text not null,
      "currency_code" text not null,
      "amount_minor" numeric not null check ("amount_minor" > 0 and "amount_minor" = trunc("amount_minor")),
      "state" text not null default 'due' check ("state" in ('due', 'collected', 'refused', 'canceled')),
      "held_by" text null check ("held_by" in ('vendor', 'platform')),
      "idempotency_key" text null,
      "reason_code" text null,
      "note" text null,
      "actor" text null,
      "closed_at" timestamptz null,
      "followed_at" timestamptz null,
      "owed_at" timestamptz null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null check ("deleted_at" is null),
      check (("state" = 'due') = ("closed_at" is null)),
      check (("state" = 'collected') = ("held_by" is not null)),
      check (("state" = 'refused') = ("reason_code" is not null)))`)
    this.addSql(
      `create index "IDX_vendor_order_collection_order" on "vendor_order_collection" ("order_id", "state")`
    )
    // What Medusa has to be brought up to, and cash that vendors still hold: few rows of all.
    this.addSql(`create index "IDX_vendor_order_collection_unfollowed" on "vendor_order_collection" ("closed_at")
      where "state" <> 'due' and "followed_at" is null`)
    this.addSql(`create index "IDX_vendor_order_collection_held" on "vendor_order_collection" ("closed_at", "vendor_order_id")
      where "held_by" = 'vendor' and "owed_at" is null`)
    // A collection that has happened does not unhappen.
    this.addSql(`create function vendor_order_collection_keep() returns trigger language plpgsql as $$
      begin
        if old.state <> 'due' and new.state <> old.state or new.amount_minor <> old.amount_minor then
          raise exception 'the collection of % is % already', old.vendor_order_id, old.state
            using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`)
    this.addSql(`create trigger "vendor_order_collection_keep" before update on "vendor_order_collection"
      for each row execute function vendor_order_collection_keep()`)
    for (const statement of [...OUTGOING_EVENTS_SQL, ...TOLD]) {
      this.addSql(statement)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "vendor_order_collection"`)
    this.addSql(`drop function if exists vendor_order_collection_keep()`)
  }
}
