import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** By what a card is known again, and under which addresses it was used. */
export class Migration20261128142000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "gateway_transaction" add column "card_keys" text[] null`)
    this.addSql(
      `create index "IDX_gateway_transaction_card_keys" on "gateway_transaction" using gin ("card_keys") where "card_keys" is not null`
    )
    this.addSql(
      `create index "IDX_gateway_transaction_card_email" on "gateway_transaction" (lower("email")) where "card_keys" is not null`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "gateway_transaction" drop column if exists "card_keys"`)
  }
}
