import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

const ROLES = `('owner', 'manager', 'fulfilment', 'catalogue', 'finance', 'support')`
const SHA_256 = `"token_hash" text not null check ("token_hash" ~ '^[0-9a-f]{64}$')`

export class Migration20261125022000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "vendor_invitation" (
      "id" text primary key,
      "vendor_id" text not null references "vendor" ("id") on delete cascade,
      "email" text not null check ("email" = lower("email") and char_length("email") <= 254),
      "role" text not null check ("role" in ${ROLES}),
      ${SHA_256},
      "expires_at" timestamptz not null,
      "sent_at" timestamptz not null,
      "sent_count" integer not null default 1 check ("sent_count" between 1 and 5),
      "accepted_at" timestamptz null,
      "accepted_by" text null,
      "revoked_at" timestamptz null,
      "invited_by" text not null,
      ${TIMESTAMPS},
      check (("accepted_at" is null) = ("accepted_by" is null)))`)
    this.addSql(
      `create unique index "IDX_vendor_invitation_token_hash_unique" on "vendor_invitation" ("token_hash")`
    )
    this.addSql(`create unique index "IDX_vendor_invitation_open_email_unique" on "vendor_invitation"
      ("vendor_id", "email") where "accepted_at" is null and "revoked_at" is null`)
    this.addSql(
      `create index "IDX_vendor_invitation_vendor_id" on "vendor_invitation" ("vendor_id", "created_at", "id")`
    )

    this.addSql(`create table "vendor_api_key" (
      "id" text primary key,
      "vendor_id" text not null references "vendor" ("id") on delete cascade,
      "name" text not null check (char_length("name") between 1 and 100),
      "prefix" text not null check (char_length("prefix") <= 20),
      ${SHA_256},
      "permissions" text[] not null check (cardinality("permissions") between 1 and 100),
      "created_by" text not null,
      "expires_at" timestamptz not null,
      "last_used_at" timestamptz null,
      "revoked_at" timestamptz null,
      ${TIMESTAMPS})`)
    this.addSql(
      `create unique index "IDX_vendor_api_key_token_hash_unique" on "vendor_api_key" ("token_hash")`
    )
    this.addSql(
      `create index "IDX_vendor_api_key_vendor_id" on "vendor_api_key" ("vendor_id", "created_at", "id")`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "vendor_api_key"`)
    this.addSql(`drop table if exists "vendor_invitation"`)
  }
}
