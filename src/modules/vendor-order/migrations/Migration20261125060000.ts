import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125060000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "vendor_order_cancellation" (
      "id" text primary key,
      "vendor_order_id" text not null references "vendor_order" ("id") on delete cascade,
      "order_id" text not null,
      "vendor_id" text not null,
      "stage" text not null check ("stage" in ('opened', 'withdrawn', 'refunded')),
      "amount_minor" numeric not null check ("amount_minor" = trunc("amount_minor") and "amount_minor" >= 0),
      "refund_key" text null,
      "actor" text not null,
      "reason" text not null,
      "last_error" text null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null)`)
    this.addSql(
      `create unique index "IDX_vendor_order_cancellation_vendor_order" on "vendor_order_cancellation" ("vendor_order_id")`
    )
    this.addSql(
      `create index "IDX_vendor_order_cancellation_order" on "vendor_order_cancellation" ("order_id")`
    )
    this.addSql(
      `create index "IDX_vendor_order_cancellation_open" on "vendor_order_cancellation" ("updated_at") where stage <> 'refunded'`
    )
    this.addSql(
      `create index "IDX_vendor_order_vendor_total" on "vendor_order" ("vendor_id", "total_minor" desc, "id" desc) where deleted_at is null`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_vendor_order_vendor_total"`)
    this.addSql(`drop table if exists "vendor_order_cancellation"`)
  }
}
