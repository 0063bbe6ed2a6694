import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What of a payment went to vendors' own accounts, by the record of its settlement. */
export class Migration20261128141200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "gateway_settlement_item" add column "split_minor" numeric null check ("split_minor" = trunc("split_minor"))`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "gateway_settlement_item" drop column if exists "split_minor"`)
  }
}
