import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

/** What the gateway has done and the books do not say yet; the service asks in these words. */
const UNBOOKED = `("booked" is null and "state" in ('pending', 'needs_attention', 'processed')) or ("booked" = 'given' and "state" = 'failed')`

export class Migration20261124010000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "gateway_transaction" (
      "id" text primary key,
      "gateway" text not null,
      "reference" text not null,
      "session_id" text not null,
      "amount_minor" numeric not null check ("amount_minor" > 0 and "amount_minor" = trunc("amount_minor")),
      "currency_code" text not null check ("currency_code" = lower("currency_code")),
      "email" text not null,
      "state" text not null check ("state" in ('open', 'paid', 'failed', 'abandoned', 'reversed', 'refused')),
      "redirect_url" text null,
      "access_code" text null,
      "superseded_at" timestamptz null,
      "paid_minor" numeric null check ("paid_minor" > 0 and "paid_minor" = trunc("paid_minor")),
      "paid_currency_code" text null,
      "fee_minor" numeric null check ("fee_minor" >= 0 and "fee_minor" = trunc("fee_minor")),
      "gateway_id" text null,
      "channel" text null,
      "paid_at" timestamptz null,
      "checked_at" timestamptz null,
      "next_check_at" timestamptz not null default now(),
      "settled_at" timestamptz null,
      "outcome" text null,
      ${TIMESTAMPS},
      check ("state" not in ('paid', 'reversed') or ("paid_minor" is not null and "paid_currency_code" is not null and "fee_minor" is not null)))`)
    this.addSql(
      `create unique index "IDX_gateway_transaction_reference_unique" on "gateway_transaction" ("reference")`
    )
    this.addSql(
      `create unique index "IDX_gateway_transaction_session_current" on "gateway_transaction" ("session_id") where "superseded_at" is null and "deleted_at" is null`
    )
    this.addSql(`create index "IDX_gateway_transaction_session" on "gateway_transaction" ("session_id")`)
    this.addSql(
      `create index "IDX_gateway_transaction_unsettled" on "gateway_transaction" ("checked_at" nulls first, "created_at") where "settled_at" is null and "state" <> 'refused'`
    )

    this.addSql(`create table "gateway_refund" (
      "id" text primary key,
      "transaction_id" text not null references "gateway_transaction" ("id"),
      "gateway" text not null,
      "reference" text not null,
      "key" text not null,
      "adopted_by_key" text null,
      "amount_minor" numeric not null check ("amount_minor" > 0 and "amount_minor" = trunc("amount_minor")),
      "currency_code" text not null,
      "reason" text null,
      "origin" text not null check ("origin" in ('medusa', 'orphan')),
      "state" text not null check ("state" in ('requested', 'unknown', 'pending', 'needs_attention', 'processed', 'failed', 'refused', 'not_executed')),
      "gateway_refund_id" text null,
      "is_disowned" boolean not null default false,
      "last_error" text null,
      "posted_at" timestamptz not null,
      "checked_at" timestamptz null,
      "booked" text null check ("booked" in ('given', 'returned')),
      ${TIMESTAMPS})`)
    this.addSql(`create unique index "IDX_gateway_refund_key_unique" on "gateway_refund" ("key")`)
    this.addSql(
      `create unique index "IDX_gateway_refund_adopted_by_key_unique" on "gateway_refund" ("adopted_by_key")`
    )
    this.addSql(`create index "IDX_gateway_refund_transaction_id" on "gateway_refund" ("transaction_id")`)
    this.addSql(
      `create unique index "IDX_gateway_refund_gateway_id" on "gateway_refund" ("gateway", "gateway_refund_id") where "gateway_refund_id" is not null`
    )
    this.addSql(
      `create index "IDX_gateway_refund_unsettled" on "gateway_refund" ("checked_at" nulls first, "posted_at") where "state" in ('requested', 'unknown', 'pending', 'needs_attention')`
    )
    this.addSql(`create index "IDX_gateway_refund_unbooked" on "gateway_refund" ("posted_at") where ${UNBOOKED}`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "gateway_refund"`)
    this.addSql(`drop table if exists "gateway_transaction"`)
  }
}
