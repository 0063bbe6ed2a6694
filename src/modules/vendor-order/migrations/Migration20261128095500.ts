import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STATES = `('requested', 'approved', 'rejected', 'in_transit', 'received', 'refunded', 'disputed')`
const REASONS = `('damaged', 'not_as_described', 'wrong_item', 'changed_mind', 'other')`

/** What Medusa's returns lack: a state of their own from the wish to the money, the buyer's pictures, and who decided. */
export class Migration20261128095500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "vendor_order_return" (
      "return_id" text primary key,
      "vendor_order_id" text not null references "vendor_order" ("id") on delete cascade,
      "order_id" text not null,
      "vendor_id" text not null,
      "state" text not null default 'requested' check ("state" in ${STATES}),
      "reason_code" text not null check ("reason_code" in ${REASONS}),
      "note" text null,
      "photos" jsonb not null default '[]',
      "items" jsonb not null,
      "decided_by" text null,
      "decision_note" text null,
      "carrier" text null,
      "tracking_number" text null,
      "moved_at" timestamptz not null default now(),
      "refund_request_id" text null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null)`)
    this.addSql(
      `create index "IDX_vendor_order_return_vendor" on "vendor_order_return" ("vendor_id", "created_at" desc)`
    )
    this.addSql(
      `create index "IDX_vendor_order_return_order" on "vendor_order_return" ("order_id", "created_at" desc)`
    )
    this.addSql(
      `create index "IDX_vendor_order_return_open" on "vendor_order_return" ("moved_at") where "state" not in ('rejected', 'refunded', 'disputed')`
    )
    this.addSql(`create table "vendor_order_reminder" (
      "subject_id" text not null,
      "clock" text not null,
      "reminded_at" timestamptz not null default now(),
      primary key ("subject_id", "clock"))`)
    this.addSql(
      `create index "IDX_vendor_order_waiting" on "vendor_order" ("status", "placed_at", "id") where "status" in ('pending', 'confirmed') and "deleted_at" is null`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_vendor_order_waiting"`)
    this.addSql(`drop table if exists "vendor_order_reminder"`)
    this.addSql(`drop table if exists "vendor_order_return"`)
  }
}
