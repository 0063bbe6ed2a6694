import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Sales name the version they were under, so the database keeps each as it was. */
export class Migration20261128061000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "commission_rule" (
      "id" text primary key,
      "series_id" text not null,
      "version" integer not null check ("version" > 0),
      "name" text not null check (char_length("name") between 1 and 100),
      "priority" integer not null,
      "conditions" jsonb not null,
      "applies_to" text not null,
      "rate_bps" integer not null check ("rate_bps" between 0 and 10000),
      "counted_by" text not null,
      "amounts" jsonb not null,
      "starts_at" timestamptz null,
      "ends_at" timestamptz null,
      "valid_from" timestamptz not null default now(),
      "ended_at" timestamptz null check ("ended_at" >= "valid_from"),
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null check ("deleted_at" is null),
      check ("starts_at" < "ends_at"))`)
    this.addSql(
      `create unique index "IDX_commission_rule_version" on "commission_rule" ("series_id", "version")`
    )
    this.addSql(
      `create unique index "IDX_commission_rule_in_force" on "commission_rule" ("series_id") where "ended_at" is null`
    )
    this.addSql(`create index "IDX_commission_rule_created" on "commission_rule" ("created_at", "id")`)

    this.addSql(`create function commission_refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and to_jsonb(new) - 'ended_at' - 'updated_at' = to_jsonb(old) - 'ended_at' - 'updated_at' then
          return new;
        end if;
        raise exception 'a commission rule is never changed or removed, it is ended: % is refused', tg_op
          using errcode = 'restrict_violation';
      end $$`)
    this.addSql(`create trigger "commission_rule_no_change" before update or delete on "commission_rule"
      for each row execute function commission_refuse_change()`)
    this.addSql(`create trigger "commission_rule_no_truncate" before truncate on "commission_rule"
      for each statement execute function commission_refuse_change()`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "commission_rule"`)
    this.addSql(`drop function if exists commission_refuse_change()`)
  }
}
