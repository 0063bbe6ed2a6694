import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Messages and guesses are counted for each asker and destination, and more widely for the destination alone, and a code
 * is kept as a seed. What was open or counted is dropped: it holds for ten minutes, or an hour.
 */
export class Migration20261125031000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`delete from "one_time_code"`)
    this.addSql(`alter table "one_time_code"
      drop column "code_hash",
      drop column "attempts",
      add column "seed" text not null,
      add column "seeded_at" timestamptz not null,
      add column "previous_seed" text null,
      add column "previous_expires_at" timestamptz null`)

    this.addSql(`drop table "code_send"`)
    this.addSql(`create table "code_send" (
      "destination" text not null,
      "asker_hash" text not null,
      "sent_at" timestamptz[] not null default '{}',
      "tries" integer not null default 0,
      "tries_since" timestamptz null,
      "proven_at" timestamptz null,
      primary key ("destination", "asker_hash"))`)

    this.addSql(`create table "code_destination" (
      "destination" text primary key,
      "sent_at" timestamptz[] not null default '{}',
      "tries" integer not null default 0,
      "tries_since" timestamptz null)`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "code_destination"`)
    this.addSql(`drop table if exists "code_send"`)
    this.addSql(`create table "code_send" (
      "destination" text primary key,
      "sent_at" timestamptz[] not null)`)
    this.addSql(`delete from "one_time_code"`)
    this.addSql(`alter table "one_time_code"
      drop column "seed", drop column "seeded_at", drop column "previous_seed", drop column "previous_expires_at",
      add column "code_hash" text not null,
      add column "attempts" integer not null default 0`)
  }
}
