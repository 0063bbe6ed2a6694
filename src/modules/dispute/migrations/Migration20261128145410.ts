import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Buyers show files too. */
export class Migration20261128145410 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "dispute_evidence"
      alter column "vendor_id" drop not null,
      add column "author" text not null default 'vendor' check ("author" in ('vendor', 'buyer')),
      add check (("author" = 'vendor') = ("vendor_id" is not null))`)
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "dispute_evidence" where "author" = 'buyer'`)
    this.addSql(`alter table "dispute_evidence" drop column "author" cascade, alter column "vendor_id" set not null`)
  }
}
