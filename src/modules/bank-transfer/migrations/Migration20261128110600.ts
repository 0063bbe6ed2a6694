import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

const MONEY = `
  "amount_minor" numeric not null check ("amount_minor" > 0 and "amount_minor" = trunc("amount_minor")),
  "currency_code" text not null check ("currency_code" = lower("currency_code"))`

export class Migration20261128110600 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "bank_transfer" (
      "id" text primary key,
      "bank_reference" text not null,
      "reference" text null,
      "narration" text not null,
      ${MONEY},
      "received_at" timestamptz not null,
      "recorded_by" text not null,
      ${TIMESTAMPS})`)
    this.addSql(
      `create unique index "IDX_bank_transfer_bank_reference_unique" on "bank_transfer" ("bank_reference")`
    )
    this.addSql(`create index "IDX_bank_transfer_reference" on "bank_transfer" ("reference", "created_at")`)
    this.addSql(`create index "IDX_bank_transfer_created" on "bank_transfer" ("created_at" desc, "id" desc)`)
    this.addSql(`create table "bank_refund" (
      "id" text primary key,
      "key" text not null,
      "reference" text not null,
      ${MONEY},
      "state" text not null default 'waiting' check ("state" in ('waiting', 'made', 'failed')),
      "note" text null,
      "marked_by" text null,
      "marked_at" timestamptz null,
      ${TIMESTAMPS},
      check (("state" = 'waiting') = ("marked_by" is null)))`)
    this.addSql(`create unique index "IDX_bank_refund_key_unique" on "bank_refund" ("key")`)
    this.addSql(`create index "IDX_bank_refund_created" on "bank_refund" ("created_at" desc, "id" desc)`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "bank_refund"`)
    this.addSql(`drop table if exists "bank_transfer"`)
  }
}
