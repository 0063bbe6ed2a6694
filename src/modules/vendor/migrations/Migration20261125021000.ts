import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

export class Migration20261125021000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "product_decision" (
      "id" text primary key,
      "vendor_id" text not null references "vendor" ("id") on delete cascade,
      "product_id" text not null,
      "decision" text not null check ("decision" in ('approved', 'rejected')),
      "reason" text null check (char_length("reason") <= 1000),
      "actor" text not null check (char_length("actor") between 1 and 200),
      ${TIMESTAMPS},
      check ("decision" <> 'rejected' or "reason" is not null))`)
    this.addSql(`create index "IDX_product_decision_product_id" on "product_decision" ("product_id", "created_at")`)

    this.addSql(`create table "product_slot" (
      "product_id" text primary key,
      "vendor_id" text not null references "vendor" ("id") on delete cascade,
      "expires_at" timestamptz not null,
      ${TIMESTAMPS})`)
    this.addSql(`create index "IDX_product_slot_vendor_id" on "product_slot" ("vendor_id")`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "product_slot"`)
    this.addSql(`drop table if exists "product_decision"`)
  }
}
