import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What the gateway was told to pay of a payment to vendors by itself. */
export class Migration20261128141000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "gateway_transaction" add column "split" jsonb null`)
    this.addSql(
      `create index "IDX_gateway_transaction_split" on "gateway_transaction" ("gateway", "id") where "split" is not null and "paid_at" is not null`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "gateway_transaction" drop column if exists "split"`)
  }
}
