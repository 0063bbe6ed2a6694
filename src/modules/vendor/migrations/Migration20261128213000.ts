import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** When a shop has little of something left, and what staff have approved of a product. */
export class Migration20261128213000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "vendor_stock_threshold" (
      "id" text not null primary key,
      "vendor_id" text not null,
      "pieces" integer not null check ("pieces" >= 0),
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null)`)
    this.addSql(`create index "IDX_vendor_stock_threshold_vendor_id" on "vendor_stock_threshold" ("vendor_id")`)
    this.addSql(`alter table "product_decision" add column "content" jsonb null`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "product_decision" drop column "content"`)
    this.addSql(`drop table "vendor_stock_threshold"`)
  }
}
