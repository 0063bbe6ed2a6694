import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

export class Migration20261128100500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "debt" (
      "id" text primary key,
      "vendor_id" text not null,
      "currency_code" text not null,
      "since" timestamptz not null,
      "seen_at" timestamptz not null,
      "reminded_at" timestamptz null,
      "reminders" integer not null default 0,
      ${TIMESTAMPS})`)
    this.addSql(`create unique index "IDX_debt_vendor_currency" on "debt" ("vendor_id", "currency_code")`)
    this.addSql(`create table "write_off" (
      "id" text primary key,
      "vendor_id" text not null,
      "currency_code" text not null check ("currency_code" = lower("currency_code")),
      "amount_minor" numeric not null check ("amount_minor" = trunc("amount_minor") and "amount_minor" > 0),
      "state" text not null default 'requested' check ("state" in ('requested', 'approved', 'rejected')),
      "reason" text not null,
      "requested_by" text not null,
      "decided_by" text null,
      "decided_at" timestamptz null,
      ${TIMESTAMPS},
      check ("state" <> 'approved' or "decided_by" <> "requested_by"))`)
    this.addSql(
      `create unique index "IDX_write_off_open" on "write_off" ("vendor_id", "currency_code") where "state" = 'requested'`
    )
    this.addSql(`create index "IDX_write_off_created" on "write_off" ("created_at" desc, "id" desc)`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "write_off"`)
    this.addSql(`drop table if exists "debt"`)
  }
}
