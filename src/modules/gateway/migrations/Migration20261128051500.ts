import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** When the gateway made the page of a transaction unpayable. */
export class Migration20261128051500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "gateway_transaction" add column "withdrawn_at" timestamptz null`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "gateway_transaction" drop column "withdrawn_at"`)
  }
}
