import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What changes an order after its release is looked for in every run, and is more than what was taken back. */
export class Migration20261129090000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop index if exists "IDX_ledger_entry_taken_back"`)
    this.addSql(
      `create index "IDX_ledger_entry_after_release" on "ledger_entry" ("kind")
       where "kind" in ('refund', 'reversal', 'dispute_hold', 'dispute_release', 'split_settled', 'split_missing')`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_ledger_entry_after_release"`)
    this.addSql(
      `create index "IDX_ledger_entry_taken_back" on "ledger_entry" ("kind") where "kind" in ('refund', 'reversal')`
    )
  }
}
