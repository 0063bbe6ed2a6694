import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Vendors that gateways pay by themselves, with what each has deposited against refunds. */
export class Migration20261128141300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "payout_terms" add column "split_deposits" jsonb not null default '{}'::jsonb check (jsonb_typeof("split_deposits") = 'object')`
    )
    this.addSql(
      `create index "IDX_payout_terms_split" on "payout_terms" ("vendor_id") where "split_deposits" <> '{}'::jsonb`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "payout_terms" drop column if exists "split_deposits"`)
  }
}
