import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a case holds of a sale whose item tax the platform pays to the tax office. */
export class Migration20261128150020 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "dispute_share" add column "platform_tax_minor" numeric not null default 0
      check ("platform_tax_minor" = trunc("platform_tax_minor") and "platform_tax_minor" >= 0)`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "dispute_share" drop column "platform_tax_minor"`)
  }
}
