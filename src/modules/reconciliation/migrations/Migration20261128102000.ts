import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

export class Migration20261128102000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "reconciliation_run" (
      "id" text primary key,
      "state" text not null check ("state" in ('running', 'done', 'failed')),
      "started_by" text null,
      "since" timestamptz not null,
      "finished_at" timestamptz null,
      "found" integer not null default 0,
      "repaired" integer not null default 0,
      "open" integer not null default 0,
      "left_out" jsonb null,
      "last_error" text null,
      ${TIMESTAMPS})`)
    this.addSql(
      `create index "IDX_reconciliation_run_created" on "reconciliation_run" ("created_at" desc, "id" desc)`
    )
    this.addSql(`create table "reconciliation_line" (
      "id" text primary key,
      "key" text not null,
      "area" text not null,
      "cause" text not null,
      "gateway" text null,
      "reference" text null,
      "currency_code" text null,
      "expected_minor" numeric null,
      "found_minor" numeric null,
      "state" text not null check ("state" in ('open', 'repaired', 'done')),
      "first_run_id" text not null references "reconciliation_run" ("id"),
      "last_run_id" text not null references "reconciliation_run" ("id"),
      "done_by" text null,
      "done_at" timestamptz null,
      "note" text null,
      ${TIMESTAMPS},
      check (("state" = 'done') = ("done_by" is not null and "done_at" is not null)))`)
    this.addSql(`create unique index "IDX_reconciliation_line_key" on "reconciliation_line" ("key")`)
    this.addSql(
      `create index "IDX_reconciliation_line_state" on "reconciliation_line" ("state", "created_at" desc, "id" desc)`
    )
    this.addSql(`create index "IDX_reconciliation_line_run" on "reconciliation_line" ("last_run_id")`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "reconciliation_line"`)
    this.addSql(`drop table if exists "reconciliation_run"`)
  }
}
