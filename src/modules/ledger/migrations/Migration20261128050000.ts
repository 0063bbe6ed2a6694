import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Postings get a number, so that a balance can be kept up to one of them and only what came after has to be summed. The
 * number is given before a transaction commits, so they do not appear in its order: `checkpoint-rows.ts` says how a cut is
 * made that nothing slips in behind of.
 */
export class Migration20261128050000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "ledger_posting" add column "seq" bigint generated always as identity`)
    this.addSql(`create unique index "IDX_ledger_posting_seq" on "ledger_posting" ("seq")`)
    this.addSql(
      `create index "IDX_ledger_posting_account_seq" on "ledger_posting" ("account_code", "seq") include ("amount_minor")`
    )
    this.addSql(`drop index "IDX_ledger_posting_account"`)

    // Worked out from the postings and never the other way round: it may be emptied at any time.
    this.addSql(`create table "ledger_checkpoint" (
      "account_code" text primary key references "ledger_account" ("code"),
      "seq" bigint not null,
      "balance_minor" numeric not null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now())`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ledger_checkpoint"`)
    this.addSql(
      `create index "IDX_ledger_posting_account" on "ledger_posting" ("account_code") include ("amount_minor")`
    )
    this.addSql(`alter table "ledger_posting" drop column "seq"`)
  }
}
