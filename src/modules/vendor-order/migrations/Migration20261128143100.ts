import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const CHECK = `"vendor_order_refund_request_stage_check"`

/** A refund that failed at the gateway is tried again; until then it counts against the share. */
export class Migration20261128143100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "vendor_order_refund_request" drop constraint if exists ${CHECK}`)
    this.addSql(`alter table "vendor_order_refund_request" add constraint ${CHECK}
      check ("stage" in ('opened', 'made', 'refused', 'failed', 'retrying'))`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "vendor_order_refund_request" drop constraint if exists ${CHECK}`)
    this.addSql(`update "vendor_order_refund_request" set "stage" = 'failed' where "stage" = 'retrying'`)
    this.addSql(`alter table "vendor_order_refund_request" add constraint ${CHECK}
      check ("stage" in ('opened', 'made', 'refused', 'failed'))`)
  }
}
