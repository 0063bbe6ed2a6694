import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A vendor's releases are corrected before it asks for a payout, without a look at everybody's. */
export class Migration20261129090100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index "IDX_payout_release_vendor" on "payout_release" ("vendor_id")`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_payout_release_vendor"`)
  }
}
