import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What was called off because the bank account was changed does not use up its period: the vendor is paid anew in it. One that a
 * person has rejected, or that the rail has refused, does.
 */
export class Migration20261129060000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop index if exists "IDX_payout_period"`)
    this.addSql(
      `create unique index "IDX_payout_period" on "payout" ("vendor_id", "currency_code", "period")
       where "period" is not null and "rejected_by" is distinct from 'system' and "marked_by" is distinct from 'system'`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `update "payout" set "period" = null where "rejected_by" = 'system' or "marked_by" = 'system'`
    )
    this.addSql(`drop index if exists "IDX_payout_period"`)
    this.addSql(
      `create unique index "IDX_payout_period" on "payout" ("vendor_id", "currency_code", "period") where "period" is not null`
    )
  }
}
