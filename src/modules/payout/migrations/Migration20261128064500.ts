import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

const STATES = `('awaiting_approval', 'ready', 'posting', 'unknown', 'pending', 'needs_otp', 'paid', 'rejected', 'failed', 'returned')`
const OPEN = `('awaiting_approval', 'ready', 'posting', 'unknown', 'pending', 'needs_otp')`

/** An amount in integer minor units. */
const amount = (name: string, check = "", byDefault = "") =>
  `"${name}" numeric not null ${byDefault} check ("${name}" = trunc("${name}")${check})`

export class Migration20261128064500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "payout" (
      "id" text primary key,
      "vendor_id" text not null,
      "currency_code" text not null check ("currency_code" = lower("currency_code")),
      ${amount("amount_minor", ` and "amount_minor" > 0`)},
      "state" text not null check ("state" in ${STATES}),
      "origin" text not null check ("origin" in ('schedule', 'vendor', 'retry')),
      "period" text null,
      "retry_of" text null references "payout" ("id"),
      "rail" text not null,
      "reference" text not null check ("reference" ~ '^[a-z0-9-]{16,50}$'),
      "bank_account_id" text not null,
      "bank_name" text null,
      "account_last4" text not null,
      "requested_by" text null,
      "approved_by" text null,
      "approved_at" timestamptz null,
      "rejected_by" text null,
      "posted_at" timestamptz null,
      "post_count" integer not null default 0,
      "checked_at" timestamptz null,
      "rail_id" text null,
      "reason" text null,
      "last_error" text null,
      "batch" text null,
      "marked_by" text null,
      "paid_at" timestamptz null,
      ${TIMESTAMPS},
      check ("approved_by" is null or "requested_by" is null or "approved_by" <> "requested_by"))`)
    this.addSql(`create unique index "IDX_payout_reference_unique" on "payout" ("reference")`)
    this.addSql(`create unique index "IDX_payout_retry_of_unique" on "payout" ("retry_of")`)
    this.addSql(
      `create unique index "IDX_payout_period" on "payout" ("vendor_id", "currency_code", "period") where "period" is not null`
    )
    this.addSql(
      `create unique index "IDX_payout_open_request" on "payout" ("vendor_id", "currency_code") where "origin" = 'vendor' and "state" in ${OPEN}`
    )
    this.addSql(
      `create index "IDX_payout_vendor_created" on "payout" ("vendor_id", "created_at" desc, "id" desc)`
    )
    this.addSql(`create index "IDX_payout_created" on "payout" ("created_at" desc, "id" desc)`)
    this.addSql(
      `create index "IDX_payout_open" on "payout" ("state", "created_at", "id") where "state" in ${OPEN}`
    )
    this.addSql(`create index "IDX_payout_paid" on "payout" ("paid_at") where "state" = 'paid'`)

    this.addSql(`create table "payout_release" (
      "vendor_order_id" text primary key,
      "order_id" text not null,
      "vendor_id" text not null,
      "currency_code" text not null,
      ${amount("released_minor", "", "default 0")},
      ${amount("reserved_minor", ` and "reserved_minor" >= 0`, "default 0")},
      "number" integer not null default 1,
      "reserve_until" timestamptz null,
      "reserve_released_at" timestamptz null,
      ${TIMESTAMPS})`)
    this.addSql(
      `create index "IDX_payout_release_reserve" on "payout_release" ("reserve_until", "vendor_order_id") where "reserve_released_at" is null and "reserved_minor" > 0`
    )

    this.addSql(`create index "IDX_payout_release_order" on "payout_release" ("order_id")`)

    this.addSql(`create table "payout_terms" (
      "vendor_id" text primary key,
      "risk_level" text not null default 'standard' check ("risk_level" in ('standard', 'elevated', 'high')),
      "schedule" text null check ("schedule" in ('daily', 'weekly', 'monthly', 'on_request')),
      "stopped_reason" text null,
      "changed_by" text null,
      ${TIMESTAMPS})`)

    this.addSql(`create table "payout_job" (
      "name" text primary key,
      "started_at" timestamptz not null,
      "succeeded_at" timestamptz null,
      "last_error" text null,
      "result" jsonb null,
      ${TIMESTAMPS})`)
  }

  override async down(): Promise<void> {
    for (const table of ["payout_job", "payout_terms", "payout_release", "payout"]) {
      this.addSql(`drop table if exists "${table}"`)
    }
  }
}
