import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What was to be paid at the door may be paid by a link instead. */
export class Migration20261128152000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "vendor_order_collection"
      add column "prepaid_reference" text null,
      drop constraint "vendor_order_collection_state_check",
      add constraint "vendor_order_collection_state_check"
        check ("state" in ('due', 'collected', 'prepaid', 'refused', 'canceled')),
      add constraint "vendor_order_collection_prepaid_check" check (("state" = 'prepaid') = ("prepaid_reference" is not null))`)
    // A payment pays for one vendor order.
    this.addSql(`create unique index "IDX_vendor_order_collection_prepaid_reference" on "vendor_order_collection" ("prepaid_reference")
      where "prepaid_reference" is not null`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_vendor_order_collection_prepaid_reference"`)
    this.addSql(`alter table "vendor_order_collection"
      drop constraint "vendor_order_collection_prepaid_check",
      drop constraint "vendor_order_collection_state_check",
      drop column "prepaid_reference",
      add constraint "vendor_order_collection_state_check" check ("state" in ('due', 'collected', 'refused', 'canceled'))`)
  }
}
