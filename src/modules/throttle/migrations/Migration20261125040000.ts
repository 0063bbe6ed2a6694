import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125040000 extends Migration {
  override async up(): Promise<void> {
    // Unlogged: a counter is written at every attempt and worth nothing after a crash of the database. The first
    // three columns, and their order, are those of rate-limiter-flexible.
    this.addSql(`create unlogged table "throttle_counter" (
      "key" varchar(255) primary key,
      "points" integer not null default 0,
      "expire" bigint null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null)`)
    this.addSql(`create index "IDX_throttle_counter_expire" on "throttle_counter" ("expire")`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "throttle_counter"`)
  }
}
