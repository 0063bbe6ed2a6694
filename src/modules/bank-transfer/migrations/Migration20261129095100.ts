import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** People write the bank's name for a line in whatever case. */
export class Migration20261129095100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index if not exists "IDX_bank_transfer_line" on "bank_transfer" (lower(btrim("bank_reference")))`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_bank_transfer_line"`)
  }
}
