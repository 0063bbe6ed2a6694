import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125130000 extends Migration {
  override async up(): Promise<void> {
    // Unlogged: no lock outlives a crash of the database, and its sessions do not either.
    this.addSql(`create unlogged table if not exists "lock_lease" (
      "key" text primary key,
      "owner_id" text null,
      "process_id" integer not null,
      "expires_at" timestamptz not null)`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "lock_lease"`)
  }
}
