import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A part that was refunded in part is called off, too: what is left of it goes back. */
export class Migration20261128153100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "vendor_order_cancellation"
      add column "given_before_minor" text not null default '0' check ("given_before_minor" ~ '^[0-9]+$')`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "vendor_order_cancellation" drop column if exists "given_before_minor"`)
  }
}
