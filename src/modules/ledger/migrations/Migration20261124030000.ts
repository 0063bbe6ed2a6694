import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null check ("deleted_at" is null)`

const TABLES = ["ledger_account", "ledger_entry", "ledger_posting"]

/**
 * The book protects itself: the application's role owns these tables, so privileges would not hold it, triggers do.
 */
export class Migration20261124030000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "ledger_account" (
      "code" text primary key,
      "type" text not null,
      "owner" text null,
      "currency_code" text not null check ("currency_code" = lower("currency_code")),
      ${TIMESTAMPS},
      unique ("code", "currency_code"))`)
    this.addSql(`create index "IDX_ledger_account_owner" on "ledger_account" ("owner", "type")`)

    this.addSql(`create table "ledger_entry" (
      "id" text primary key,
      "kind" text not null,
      "idempotency_key" text not null,
      "currency_code" text not null,
      "occurred_at" timestamptz not null,
      "reference" jsonb not null,
      "reverses_id" text null references "ledger_entry" ("id"),
      "transaction_id" xid8 not null default pg_current_xact_id(),
      ${TIMESTAMPS},
      unique ("id", "currency_code"))`)
    this.addSql(`create unique index "IDX_ledger_entry_idempotency_key" on "ledger_entry" ("idempotency_key")`)
    this.addSql(
      `create unique index "IDX_ledger_entry_reverses" on "ledger_entry" ("reverses_id") where "reverses_id" is not null`
    )

    this.addSql(`create table "ledger_posting" (
      "id" text primary key,
      "entry_id" text not null,
      "account_code" text not null,
      "currency_code" text not null,
      "amount_minor" numeric not null check ("amount_minor" <> 0 and "amount_minor" = trunc("amount_minor")),
      ${TIMESTAMPS},
      foreign key ("entry_id", "currency_code") references "ledger_entry" ("id", "currency_code"),
      foreign key ("account_code", "currency_code") references "ledger_account" ("code", "currency_code"))`)
    this.addSql(`create index "IDX_ledger_posting_entry" on "ledger_posting" ("entry_id")`)
    this.addSql(
      `create index "IDX_ledger_posting_account" on "ledger_posting" ("account_code") include ("amount_minor")`
    )

    this.refuseChanges()
    this.closeEntries()
    this.balanceEntries()
  }

  private refuseChanges(): void {
    this.addSql(`create function ledger_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the ledger is append-only: % on % is refused', tg_op, tg_table_name
          using errcode = 'restrict_violation';
      end $$`)
    for (const table of TABLES) {
      this.addSql(`create trigger "${table}_no_change" before update or delete on "${table}"
        for each row execute function ledger_refuse_change()`)
      this.addSql(`create trigger "${table}_no_truncate" before truncate on "${table}"
        for each statement execute function ledger_refuse_change()`)
    }
  }

  /** Postings come with their entry: once its transaction is over, none can be added, not even a balanced pair. */
  private closeEntries(): void {
    this.addSql(`create function ledger_stamp_entry() returns trigger language plpgsql as $$
      begin
        new.transaction_id := pg_current_xact_id();
        return new;
      end $$`)
    this.addSql(`create trigger "ledger_entry_stamp" before insert on "ledger_entry"
      for each row execute function ledger_stamp_entry()`)
    this.addSql(`create function ledger_require_open_entry() returns trigger language plpgsql as $$
      begin
        perform 1 from ledger_entry where id = new.entry_id and transaction_id = pg_current_xact_id();
        if not found then
          raise exception 'entry % is closed: postings are written with their entry', new.entry_id
            using errcode = 'restrict_violation';
        end if;
        return null;
      end $$`)
    // After the statement: one statement may write an entry together with its postings.
    this.addSql(`create trigger "ledger_posting_open_entry" after insert on "ledger_posting"
      for each row execute function ledger_require_open_entry()`)
  }

  /** On both tables: a check made early by SET CONSTRAINTS must not let later postings of the transaction pass. */
  private balanceEntries(): void {
    this.addSql(`create function ledger_require_balance() returns trigger language plpgsql as $$
      declare
        entry text := to_jsonb(new) ->> case tg_table_name when 'ledger_entry' then 'id' else 'entry_id' end;
        total numeric;
        postings bigint;
      begin
        select coalesce(sum(amount_minor), 0), count(*) into total, postings
          from ledger_posting where entry_id = entry;
        if postings < 2 or total <> 0 then
          raise exception 'entry % does not balance: % postings sum to %', entry, postings, total
            using errcode = 'check_violation';
        end if;
        return null;
      end $$`)
    for (const table of ["ledger_entry", "ledger_posting"]) {
      this.addSql(`create constraint trigger "${table}_balance" after insert on "${table}"
        deferrable initially deferred for each row execute function ledger_require_balance()`)
    }
  }

  override async down(): Promise<void> {
    for (const table of [...TABLES].reverse()) {
      this.addSql(`drop table if exists "${table}"`)
    }
    for (const name of ["refuse_change", "stamp_entry", "require_open_entry", "require_balance"]) {
      this.addSql(`drop function if exists ledger_${name}()`)
    }
  }
}
