import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125030000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "one_time_code" (
      "id" text primary key,
      "purpose" text not null,
      "subject" text not null,
      "destination" text not null check (char_length("destination") <= 254),
      "code_hash" text not null,
      "expires_at" timestamptz not null,
      "attempts" integer not null default 0,
      "consumed_at" timestamptz null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null)`)
    this.addSql(
      `create unique index "IDX_one_time_code_purpose_subject_destination_unique"
       on "one_time_code" ("purpose", "subject", "destination")`
    )
    this.addSql(`create index "IDX_one_time_code_expires_at" on "one_time_code" ("expires_at")`)

    // When the last few messages went to a destination.
    this.addSql(`create table "code_send" (
      "destination" text primary key,
      "sent_at" timestamptz[] not null)`)

    // How many SMS went out in a period: of an hour, of a day, of a day to one country.
    this.addSql(`create table "sms_budget" (
      "scope" text not null,
      "period_start" timestamptz not null,
      "sent" integer not null,
      primary key ("scope", "period_start"))`)

    // Codes of second factors that were shown: none is accepted twice.
    this.addSql(`create table "used_factor_code" (
      "auth_identity_id" text not null,
      "code_hash" text not null,
      "expires_at" timestamptz not null,
      primary key ("auth_identity_id", "code_hash"))`)
    this.addSql(`create index "IDX_used_factor_code_expires_at" on "used_factor_code" ("expires_at")`)

    // Second factors tried by a login since its window began.
    this.addSql(`create table "factor_attempt" (
      "auth_identity_id" text primary key,
      "window_started_at" timestamptz not null,
      "attempts" integer not null)`)
  }

  override async down(): Promise<void> {
    for (const table of ["factor_attempt", "used_factor_code", "sms_budget", "code_send", "one_time_code"]) {
      this.addSql(`drop table if exists "${table}"`)
    }
  }
}
