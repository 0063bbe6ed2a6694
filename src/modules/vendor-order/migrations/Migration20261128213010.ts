import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Staff see the orders of all shops, the last first; and which refunds of parts are under way. */
export class Migration20261128213010 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index "IDX_vendor_order_placed" on "vendor_order" ("placed_at" desc, "id" desc) where "deleted_at" is null`
    )
    this.addSql(
      `create index "IDX_vendor_order_refund_request_unfinished" on "vendor_order_refund_request" ("created_at") where "stage" in ('opened', 'retrying')`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index "IDX_vendor_order_refund_request_unfinished"`)
    this.addSql(`drop index "IDX_vendor_order_placed"`)
  }
}
