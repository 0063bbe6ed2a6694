import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The part of a payout that the platform keeps. */
export class Migration20261128142100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "payout" add column "fee_minor" numeric not null default 0
      check ("fee_minor" = trunc("fee_minor") and "fee_minor" >= 0 and "fee_minor" < "amount_minor")`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "payout" drop column if exists "fee_minor"`)
  }
}
