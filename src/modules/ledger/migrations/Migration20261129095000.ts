import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A line of the bank's statement is booked once, whatever as. Of one that was booked several times the first entry counts. */
export class Migration20261129095000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "bank_line" (
      "reference" text primary key check ("reference" = lower(btrim("reference")) and "reference" <> ''),
      "booked_as" text not null check ("booked_as" in ('deposit', 'debt_paid', 'bank_transfer')),
      "record_id" text not null,
      "entry_key" text null check (("entry_key" is null) = ("booked_as" = 'bank_transfer')),
      "created_at" timestamptz not null default now())`)
    this.addSql(`insert into "bank_line" ("reference", "booked_as", "record_id", "entry_key")
      select lower(btrim(coalesce(e.reference ->> 'bank_reference', e.reference ->> 'deposit_reference'))), e.kind, a.owner,
        e.idempotency_key
      from "ledger_entry" e
        join "ledger_posting" p on p.entry_id = e.id
        join "ledger_account" a on a.code = p.account_code and a.type <> 'platform_bank'
      where e.kind in ('deposit', 'debt_paid')
      order by e.created_at, e.id
      on conflict do nothing`)
    // The table of another module, which a new database does not have yet.
    this.addSql(`do $$ begin
      if to_regclass('bank_transfer') is not null then
        insert into "bank_line" ("reference", "booked_as", "record_id")
          select lower(btrim("bank_reference")), 'bank_transfer', "id" from "bank_transfer" order by "created_at", "id"
          on conflict do nothing;
      end if;
    end $$`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "bank_line"`)
  }
}
