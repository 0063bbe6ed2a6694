import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What is held of an order is the sum of its entries, which have to be found by it. */
export class Migration20261128063000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index "IDX_ledger_entry_order" on "ledger_entry" (("reference" ->> 'order_id')) where "reference" ->> 'order_id' is not null`
    )
    this.addSql(
      `create index "IDX_ledger_entry_taken_back" on "ledger_entry" ("kind") where "kind" in ('refund', 'reversal')`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_ledger_entry_order"`)
    this.addSql(`drop index if exists "IDX_ledger_entry_taken_back"`)
  }
}
