import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

const STATUSES = `('pending', 'approved', 'suspended', 'rejected', 'closed')`

export class Migration20261124040000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "vendor" (
      "id" text primary key,
      "name" text not null check (char_length("name") between 1 and 120),
      "handle" text not null check ("handle" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length("handle") <= 60),
      "description" text null check (char_length("description") <= 5000),
      "logo_url" text null check (char_length("logo_url") <= 2000),
      "banner_url" text null check (char_length("banner_url") <= 2000),
      "contact_email" text not null check (char_length("contact_email") <= 254),
      "contact_phone" text null check (char_length("contact_phone") <= 32),
      "address_1" text null check (char_length("address_1") <= 200),
      "address_2" text null check (char_length("address_2") <= 200),
      "city" text null check (char_length("city") <= 120),
      "province" text null check (char_length("province") <= 120),
      "postal_code" text null check (char_length("postal_code") <= 20),
      "country_code" text null check ("country_code" ~ '^[a-z]{2}$'),
      "status" text not null default 'pending' check ("status" in ${STATUSES}),
      "is_house" boolean not null default false,
      "commission_rate_bps" integer null check ("commission_rate_bps" between 0 and 10000),
      "shipping_profile_id" text null,
      "stock_location_id" text null,
      ${TIMESTAMPS},
      check ("status" <> 'approved' or ("shipping_profile_id" is not null and "stock_location_id" is not null)))`)
    this.addSql(`create unique index "IDX_vendor_handle_unique" on "vendor" ("handle")`)
    this.addSql(`create unique index "IDX_vendor_shipping_profile_id_unique" on "vendor" ("shipping_profile_id")`)
    this.addSql(`create unique index "IDX_vendor_is_house_unique" on "vendor" ("is_house") where "is_house"`)
    this.addSql(`create index "IDX_vendor_status_created_at" on "vendor" ("status", "created_at", "id")`)

    this.addSql(`create table "vendor_member" (
      "id" text primary key,
      "vendor_id" text not null references "vendor" ("id") on delete cascade,
      "user_id" text not null,
      "role" text not null default 'owner' check ("role" in ('owner')),
      ${TIMESTAMPS})`)
    this.addSql(
      `create unique index "IDX_vendor_member_vendor_id_user_id_unique" on "vendor_member" ("vendor_id", "user_id")`
    )
    this.addSql(`create index "IDX_vendor_member_user_id" on "vendor_member" ("user_id")`)

    this.addSql(`create table "vendor_status_change" (
      "id" text primary key,
      "vendor_id" text not null references "vendor" ("id") on delete cascade,
      "from_status" text null check ("from_status" in ${STATUSES}),
      "to_status" text not null check ("to_status" in ${STATUSES}),
      "reason" text null check (char_length("reason") <= 1000),
      "actor" text not null check (char_length("actor") between 1 and 200),
      ${TIMESTAMPS})`)
    this.addSql(
      `create index "IDX_vendor_status_change_vendor_id" on "vendor_status_change" ("vendor_id", "created_at")`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "vendor_status_change"`)
    this.addSql(`drop table if exists "vendor_member"`)
    this.addSql(`drop table if exists "vendor"`)
  }
}
