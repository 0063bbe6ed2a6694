import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

const VENDOR_ID = `"vendor_id" text not null references "vendor" ("id") on delete cascade`

export class Migration20261125023000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "vendor"
      add column "verified_at" timestamptz null,
      add column "settings" jsonb not null default '{}'`)
    // Whoever sells already was let in under the checklist of then.
    this.addSql(`update "vendor" set "verified_at" = now() where "status" in ('approved', 'suspended')`)

    this.addSql(`create table "vendor_bank_account" (
      "id" text primary key,
      ${VENDOR_ID},
      "bank_code" text not null check ("bank_code" ~ '^[0-9A-Z]{2,20}$'),
      "bank_name" text null check (char_length("bank_name") <= 120),
      "account_name" text not null check (char_length("account_name") between 1 and 120),
      "account_last4" text not null check (char_length("account_last4") = 4),
      "account_number_ciphertext" text not null check ("account_number_ciphertext" like 'v1.%'),
      "currency_code" text not null check ("currency_code" ~ '^[a-z]{3}$'),
      "created_by" text not null,
      "verified_at" timestamptz null,
      "replaced_at" timestamptz null,
      ${TIMESTAMPS})`)
    this.addSql(`create unique index "IDX_vendor_bank_account_vendor_id_unique"
      on "vendor_bank_account" ("vendor_id") where "replaced_at" is null`)
    this.addSql(`create index "IDX_vendor_bank_account_history" on "vendor_bank_account" ("vendor_id", "created_at")`)

    this.addSql(`create table "vendor_requirement" (
      "id" text primary key,
      ${VENDOR_ID},
      "key" text not null check ("key" in ('documents', 'bank_account', 'phone', 'agreement')),
      "state" text not null check ("state" in ('missing', 'submitted', 'accepted', 'waived', 'rejected')),
      "reason" text null check (char_length("reason") <= 1000),
      "agreement_version" text null check (char_length("agreement_version") <= 50),
      "submitted_by" text null,
      "submitted_at" timestamptz null,
      "decided_by" text null,
      "decided_at" timestamptz null,
      ${TIMESTAMPS},
      check ("state" <> 'rejected' or "reason" is not null))`)
    this.addSql(
      `create unique index "IDX_vendor_requirement_vendor_id_key_unique" on "vendor_requirement" ("vendor_id", "key")`
    )

    this.addSql(`create table "vendor_document" (
      "id" text primary key,
      ${VENDOR_ID},
      "file_id" text not null,
      "file_key_ciphertext" text not null check ("file_key_ciphertext" like 'v1.%'),
      "filename" text not null check (char_length("filename") between 1 and 120),
      "mime_type" text not null check ("mime_type" in ('application/pdf', 'image/jpeg', 'image/png')),
      "size_bytes" integer not null check ("size_bytes" between 1 and 10485760),
      "uploaded_by" text not null,
      ${TIMESTAMPS})`)
    this.addSql(`create index "IDX_vendor_document_vendor_id" on "vendor_document" ("vendor_id", "created_at")`)
  }

  override async down(): Promise<void> {
    for (const table of ["vendor_document", "vendor_requirement", "vendor_bank_account"]) {
      this.addSql(`drop table if exists "${table}"`)
    }
    this.addSql(`alter table "vendor" drop column "settings", drop column "verified_at"`)
  }
}
