import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125024000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "upload_usage" (
      "id" text primary key,
      "vendor_id" text not null references "vendor" ("id") on delete cascade,
      "files" integer not null check ("files" >= 0),
      "kilobytes" integer not null check ("kilobytes" >= 0),
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null)`)
    this.addSql(`create index "IDX_upload_usage_vendor_id" on "upload_usage" ("vendor_id")`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table "upload_usage"`)
  }
}
