import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Accounts of buyers for refunds that cannot go back the way they came. */
export class Migration20261128143200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "gateway_refund_account" (
      "id" text primary key,
      "refund_id" text not null references "gateway_refund" ("id"),
      "state" text not null check ("state" in ('waiting', 'ready', 'sending', 'unknown', 'sent', 'refused')),
      "bank_code" text not null,
      "bank_name" text null,
      "account_name" text not null,
      "account_last4" text not null check (length("account_last4") <= 4),
      "account_number_ciphertext" text not null check ("account_number_ciphertext" like 'v1.%'),
      "currency_code" text not null,
      "name_check" text null check ("name_check" in ('matches', 'differs', 'unknown_account', 'cannot_be_asked')),
      "name_missing" text null,
      "entered_by" text not null,
      "approved_by" text null,
      "posted_at" timestamptz null,
      "last_error" text null,
      "replaced_at" timestamptz null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      check ("state" in ('waiting', 'refused') or "name_check" = 'matches' or "approved_by" is not null))`)
    this.addSql(
      `create unique index "IDX_gateway_refund_account_current" on "gateway_refund_account" ("refund_id") where "replaced_at" is null`
    )
    this.addSql(`create index "IDX_gateway_refund_account_refund" on "gateway_refund_account" ("refund_id")`)
    this.addSql(`create index "IDX_gateway_refund_account_open" on "gateway_refund_account" ("updated_at")
      where "replaced_at" is null and "state" in ('ready', 'sending', 'unknown')`)
    this.addSql(
      `create index "IDX_gateway_refund_needs_attention" on "gateway_refund" ("posted_at", "id") where "state" = 'needs_attention'`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_gateway_refund_needs_attention"`)
    this.addSql(`drop table if exists "gateway_refund_account"`)
  }
}
