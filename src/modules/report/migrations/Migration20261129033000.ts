import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * First purchases and further ones apart: a report counts the first ones of its period and, of the others, those whose buyer had
 * bought before the period. An index that held both was walked as a whole, or left for the whole table.
 */
export class Migration20261129033000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop index "IDX_report_purchase_placed"`)
    this.addSql(`create index "IDX_report_purchase_first" on "report_purchase" ("scope", "currency_code", "placed_at")
      include ("next_at") where previous_at is null`)
    this.addSql(`create index "IDX_report_purchase_again" on "report_purchase" ("scope", "currency_code", "placed_at")
      include ("previous_at") where previous_at is not null`)
    // For a period that has few purchases before it, and many in it.
    this.addSql(`create index "IDX_report_purchase_before" on "report_purchase" ("scope", "currency_code", "previous_at")
      include ("placed_at") where previous_at is not null`)
  }

  override async down(): Promise<void> {
    for (const name of ["first", "again", "before"]) {
      this.addSql(`drop index if exists "IDX_report_purchase_${name}"`)
    }
    this.addSql(`create index "IDX_report_purchase_placed" on "report_purchase" ("scope", "currency_code", "placed_at")
      include ("previous_at", "next_at")`)
  }
}
