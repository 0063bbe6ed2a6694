import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

/** An amount in integer minor units. */
const amount = (name: string, check = "", byDefault = "") =>
  `"${name}" numeric not null ${byDefault} check ("${name}" = trunc("${name}")${check})`

export class Migration20261128101630 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "gateway_settlement" (
      "id" text primary key,
      "gateway" text not null,
      "gateway_settlement_id" text not null,
      "currency_code" text not null check ("currency_code" = lower("currency_code")),
      ${amount("gross_minor")},
      ${amount("fee_minor")},
      ${amount("deductions_minor")},
      ${amount("net_minor")},
      ${amount("refund_minor", "", "default 0")},
      ${amount("duty_minor", "", "default 0")},
      ${amount("unexplained_minor", "", "default 0")},
      "goes_to" text not null check ("goes_to" in ('bank', 'balance')),
      "is_final" boolean not null,
      "settled_at" timestamptz not null,
      "booked_at" timestamptz null check ("booked_at" is null or "is_final"),
      ${TIMESTAMPS})`)
    this.addSql(
      `create unique index "IDX_gateway_settlement_unique" on "gateway_settlement" ("gateway", "gateway_settlement_id")`
    )
    this.addSql(`create table "gateway_settlement_item" (
      "settlement_id" text not null references "gateway_settlement" ("id"),
      "gateway" text not null,
      "gateway_id" text not null,
      "reference" text not null,
      ${amount("amount_minor")},
      ${amount("net_minor")},
      "expected_minor" numeric null,
      "state" text not null check ("state" in ('matched', 'differs', 'unknown')),
      ${TIMESTAMPS},
      primary key ("settlement_id", "gateway_id"))`)
    this.addSql(
      `create index "IDX_gateway_settlement_item_reference" on "gateway_settlement_item" ("gateway", "reference")`
    )
    this.addSql(
      `create index "IDX_gateway_settlement_item_odd" on "gateway_settlement_item" ("settlement_id") where "state" <> 'matched'`
    )
    this.addSql(`create table "gateway_top_up" (
      "gateway" text not null,
      "gateway_top_up_id" text not null,
      "currency_code" text not null,
      ${amount("amount_minor", ` and "amount_minor" > 0`)},
      "made_at" timestamptz not null,
      ${TIMESTAMPS},
      primary key ("gateway", "gateway_top_up_id"))`)
    this.addSql(`create table "gateway_balance" (
      "gateway" text not null,
      "currency_code" text not null,
      ${amount("balance_minor")},
      "read_at" timestamptz not null,
      ${TIMESTAMPS},
      primary key ("gateway", "currency_code"))`)
    this.addSql(`create table "gateway_cursor" (
      "gateway" text not null,
      "name" text not null,
      "read_until" timestamptz not null,
      ${TIMESTAMPS},
      primary key ("gateway", "name"))`)
  }

  override async down(): Promise<void> {
    for (const table of [
      "gateway_cursor",
      "gateway_balance",
      "gateway_top_up",
      "gateway_settlement_item",
      "gateway_settlement",
    ]) {
      this.addSql(`drop table if exists "${table}"`)
    }
  }
}
