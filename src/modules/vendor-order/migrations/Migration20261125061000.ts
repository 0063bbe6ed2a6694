import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A refund that the gateway refuses for good is an end, too: `refused`. */
export class Migration20261125061000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "vendor_order_cancellation" drop constraint if exists "vendor_order_cancellation_stage_check"`
    )
    this.addSql(
      `alter table "vendor_order_cancellation" add constraint "vendor_order_cancellation_stage_check"
       check ("stage" in ('opened', 'withdrawn', 'refunded', 'refused'))`
    )
    this.addSql(`drop index if exists "IDX_vendor_order_cancellation_open"`)
    this.addSql(
      `create index "IDX_vendor_order_cancellation_open" on "vendor_order_cancellation" ("updated_at")
       where stage not in ('refunded', 'refused')`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_vendor_order_cancellation_open"`)
    this.addSql(
      `alter table "vendor_order_cancellation" drop constraint if exists "vendor_order_cancellation_stage_check"`
    )
    this.addSql(`update "vendor_order_cancellation" set "stage" = 'withdrawn' where "stage" = 'refused'`)
    this.addSql(
      `alter table "vendor_order_cancellation" add constraint "vendor_order_cancellation_stage_check"
       check ("stage" in ('opened', 'withdrawn', 'refunded'))`
    )
    this.addSql(
      `create index "IDX_vendor_order_cancellation_open" on "vendor_order_cancellation" ("updated_at") where stage <> 'refunded'`
    )
  }
}
