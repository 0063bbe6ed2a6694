import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Where each shop stands. It can be worked out anew from the orders at any time. */
export class Migration20261128212000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "scorecard" (
      "vendor_id" text primary key,
      "state" text not null check ("state" in ('no_data', 'good', 'warn', 'limit')),
      "metrics" jsonb not null,
      "computed_at" timestamptz not null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null check ("deleted_at" is null))`)
    // Few of all shops.
    this.addSql(`create index "IDX_scorecard_over" on "scorecard" ("state", "vendor_id") where "state" in ('warn', 'limit')`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "scorecard"`)
  }
}
