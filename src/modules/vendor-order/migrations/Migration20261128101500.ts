import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How often a code was tried at a vendor order's delivery, and who has confirmed it. The code itself is stored nowhere. */
export class Migration20261128101500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "vendor_order_delivery" (
      "vendor_order_id" text primary key references "vendor_order" ("id") on delete cascade,
      "tries" integer not null default 0 check ("tries" between 0 and 5),
      "confirmed_at" timestamptz null,
      "confirmed_by" text null,
      check (("confirmed_at" is null) = ("confirmed_by" is null)))`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "vendor_order_delivery"`)
  }
}
