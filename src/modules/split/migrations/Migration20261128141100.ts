import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

export class Migration20261128141100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "split_share" (
      "id" text primary key,
      "gateway" text not null,
      "reference" text not null,
      "vendor_id" text not null,
      "currency_code" text not null check ("currency_code" = lower("currency_code")),
      "subaccount_code" text not null,
      "share_minor" numeric not null check ("share_minor" > 0 and "share_minor" = trunc("share_minor")),
      "state" text not null default 'frozen' check ("state" in ('frozen', 'settled', 'missing')),
      "paid_minor" numeric null check ("paid_minor" >= 0 and "paid_minor" = trunc("paid_minor")),
      "order_id" text null,
      "paid_at" timestamptz not null,
      "ended_at" timestamptz null,
      "unsold_at" timestamptz null,
      ${TIMESTAMPS},
      check (("state" = 'frozen') = ("ended_at" is null)),
      check (("state" = 'settled') = (coalesce("paid_minor", 0) > 0)),
      check ("unsold_at" is null or ("state" = 'settled' and "order_id" is null)))`)
    this.addSql(
      `create unique index "IDX_split_share_unique" on "split_share" ("reference", "vendor_id") where "deleted_at" is null`
    )
    this.addSql(`create index "IDX_split_share_order" on "split_share" ("order_id") where "order_id" is not null`)
    this.addSql(
      `create index "IDX_split_share_open" on "split_share" ("id") where "state" = 'frozen' or ("state" = 'settled' and "order_id" is null and "unsold_at" is null)`
    )
    this.addSql(`create table "split_subaccount" (
      "id" text primary key,
      "vendor_id" text not null,
      "gateway" text not null,
      "code" text null,
      "told_account_id" text null,
      "posting_account_id" text null,
      "posted_at" timestamptz null,
      "last_error" text null,
      ${TIMESTAMPS},
      check ("told_account_id" is null or "code" is not null))`)
    this.addSql(
      `create unique index "IDX_split_subaccount_unique" on "split_subaccount" ("vendor_id", "gateway") where "deleted_at" is null`
    )
    this.addSql(
      `create unique index "IDX_split_subaccount_code" on "split_subaccount" ("gateway", "code") where "code" is not null and "deleted_at" is null`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "split_subaccount"`)
    this.addSql(`drop table if exists "split_share"`)
  }
}
