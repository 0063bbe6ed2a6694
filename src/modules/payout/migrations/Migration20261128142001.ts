import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Vendor orders whose money waits for staff, because their buyer and their shop are alike. */
export class Migration20261128142001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "payout_match_hold" (
      "vendor_order_id" text primary key,
      "order_id" text not null,
      "vendor_id" text not null,
      "currency_code" text not null check ("currency_code" = lower("currency_code")),
      "kinds" text[] not null check (cardinality("kinds") > 0),
      "state" text not null default 'open' check ("state" in ('open', 'released', 'kept')),
      "reason" text null,
      "decided_by" text null,
      "decided_at" timestamptz null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      check ("state" = 'open' or ("reason" is not null and "decided_by" is not null and "decided_at" is not null)))`)
    this.addSql(
      `create index "IDX_payout_match_hold_created" on "payout_match_hold" ("created_at" desc, "vendor_order_id" desc)`
    )
    this.addSql(
      `create index "IDX_payout_match_hold_vendor" on "payout_match_hold" ("vendor_id", "currency_code") where "state" <> 'released'`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "payout_match_hold"`)
  }
}
