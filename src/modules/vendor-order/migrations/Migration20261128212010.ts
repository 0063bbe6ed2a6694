import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The scorecard asks each order of a shop for its returns. */
export class Migration20261128212010 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index "IDX_vendor_order_return_part" on "vendor_order_return" ("vendor_order_id")`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_vendor_order_return_part"`)
  }
}
