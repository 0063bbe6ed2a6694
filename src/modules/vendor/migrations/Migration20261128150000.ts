import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Whether a shop pays the tax on what it sells to the tax office by itself, as staff have seen. */
export class Migration20261128150000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "vendor" add column "tax_status" text not null default 'registered'
      check ("tax_status" in ('registered', 'not_registered'))`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "vendor" drop column "tax_status"`)
  }
}
