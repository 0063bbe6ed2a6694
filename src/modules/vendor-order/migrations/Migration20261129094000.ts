import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What is to be collected still is looked through time and again, and soon little of all. */
export class Migration20261129094000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_vendor_order_collection_due"
      on "vendor_order_collection" ("vendor_order_id") where "state" = 'due'`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_vendor_order_collection_due"`)
  }
}
