import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

const STAFF_ROLES = `('owner', 'operations', 'finance', 'support', 'catalogue', 'read-only')`

export class Migration20261125010000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "staff_member" (
      "id" text primary key,
      "user_id" text not null,
      "role" text not null check ("role" in ${STAFF_ROLES}),
      "granted_by" text null,
      ${TIMESTAMPS})`)
    this.addSql(`create unique index "IDX_staff_member_user_id_unique" on "staff_member" ("user_id")`)

    this.addSql(`create table "staff_invitation" (
      "id" text primary key,
      "email" text not null check ("email" = lower("email") and char_length("email") <= 254),
      "role" text not null check ("role" in ${STAFF_ROLES}),
      "token_hash" text not null,
      "expires_at" timestamptz not null,
      "accepted_at" timestamptz null,
      "revoked_at" timestamptz null,
      "invited_by" text not null,
      ${TIMESTAMPS})`)
    this.addSql(
      `create unique index "IDX_staff_invitation_token_hash_unique" on "staff_invitation" ("token_hash")`
    )

    this.addSql(`create table "access_session" (
      "id" text primary key,
      "auth_identity_id" text not null,
      "actor_type" text not null,
      "actor_id" text not null,
      "vendor_id" text null,
      "device" text null check (char_length("device") <= 200),
      "ip_address" text null check (char_length("ip_address") <= 64),
      "started_at" timestamptz not null,
      "last_seen_at" timestamptz not null,
      "expires_at" timestamptz not null,
      "revoked_at" timestamptz null,
      "revoked_because" text null,
      "impersonator_user_id" text null,
      "impersonation_reason" text null check (char_length("impersonation_reason") <= 1000),
      ${TIMESTAMPS},
      check (("impersonator_user_id" is null) = ("impersonation_reason" is null)))`)
    this.addSql(
      `create index "IDX_access_session_identity" on "access_session" ("auth_identity_id", "started_at")`
    )
    this.addSql(`create index "IDX_access_session_actor" on "access_session" ("actor_type", "actor_id")`)
    this.addSql(`create index "IDX_access_session_expires_at" on "access_session" ("expires_at")`)

    this.addSql(`create table "access_mark" (
      "auth_identity_id" text primary key,
      "revoked_before" timestamptz null,
      "phone_changed_at" timestamptz null,
      ${TIMESTAMPS})`)

    this.addSql(`create table "platform_setting" (
      "key" text primary key,
      "value" jsonb not null,
      "updated_by" text null,
      ${TIMESTAMPS})`)
  }

  override async down(): Promise<void> {
    for (const table of ["platform_setting", "access_mark", "access_session", "staff_invitation", "staff_member"]) {
      this.addSql(`drop table if exists "${table}"`)
    }
  }
}
