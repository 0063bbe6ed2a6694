import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How often a case was decided for its buyer: each time its refund is asked for anew. */
export class Migration20261129080000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "dispute" add column "refund_count" integer not null default 0`)
    // The first keeps its key, also of what is under way.
    this.addSql(`update "dispute" set "refund_count" = 1 where "refund_minor" is not null`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "dispute" drop column "refund_count"`)
  }
}
