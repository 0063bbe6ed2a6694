import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The log protects itself: the application's role owns the table, so privileges would not hold it, triggers do. */
export class Migration20261125070000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "audit_entry" (
      "id" text primary key,
      "action" text not null check (char_length("action") between 1 and 300),
      "actor_type" text not null,
      "actor_id" text not null,
      "impersonator_user_id" text null,
      "vendor_id" text null,
      "record_type" text null,
      "record_id" text null,
      "http_status" integer null,
      "reason" text null check (char_length("reason") <= 1000),
      "before" jsonb null,
      "after" jsonb null,
      "request_id" text null,
      "ip_address" text null,
      "device" text null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null check ("deleted_at" is null))`)
    this.addSql(`create index "IDX_audit_entry_created_at" on "audit_entry" ("created_at", "id")`)
    this.addSql(`create index "IDX_audit_entry_actor" on "audit_entry" ("actor_id", "created_at")`)
    this.addSql(
      `create index "IDX_audit_entry_impersonator" on "audit_entry" ("impersonator_user_id", "created_at")
       where "impersonator_user_id" is not null`
    )
    this.addSql(
      `create index "IDX_audit_entry_record" on "audit_entry" ("record_type", "record_id", "created_at")`
    )
    this.addSql(`create index "IDX_audit_entry_vendor" on "audit_entry" ("vendor_id", "created_at")`)

    this.addSql(`create function audit_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit log is append-only: % is refused', tg_op using errcode = 'restrict_violation';
      end $$`)
    this.addSql(`create trigger "audit_entry_no_change" before update or delete on "audit_entry"
      for each row execute function audit_refuse_change()`)
    this.addSql(`create trigger "audit_entry_no_truncate" before truncate on "audit_entry"
      for each statement execute function audit_refuse_change()`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "audit_entry"`)
    this.addSql(`drop function if exists audit_refuse_change()`)
  }
}
