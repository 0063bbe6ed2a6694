import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a rail lacks for payouts that wait, for as long as it does. */
export class Migration20261128101700 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "payout_shortfall" (
      "rail" text not null,
      "currency_code" text not null check ("currency_code" = lower("currency_code")),
      "since" timestamptz not null,
      "short_minor" numeric not null check ("short_minor" = trunc("short_minor") and "short_minor" > 0),
      "waiting_count" integer not null check ("waiting_count" > 0),
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      primary key ("rail", "currency_code"))`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "payout_shortfall"`)
  }
}
