import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Staff may stop a vendor's orders from being paid for at the door. */
export class Migration20261128140001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "payout_terms" add column "is_cash_stopped" boolean not null default false`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "payout_terms" drop column if exists "is_cash_stopped"`)
  }
}
