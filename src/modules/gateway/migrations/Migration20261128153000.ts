import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Four eyes: whoever names the account that money goes to does not approve it. */
export class Migration20261128153000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "gateway_refund_account" add constraint "gateway_refund_account_four_eyes"
      check ("approved_by" is null or "approved_by" <> "entered_by")`)
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table "gateway_refund_account" drop constraint if exists "gateway_refund_account_four_eyes"`
    )
  }
}
