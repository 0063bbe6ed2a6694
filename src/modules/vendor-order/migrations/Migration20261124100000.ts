import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

const STATUSES = `('pending', 'confirmed', 'shipped', 'delivered', 'partly_returned', 'returned', 'canceled')`

/** An amount in integer minor units. */
const amount = (name: string, check = "") =>
  `"${name}" numeric not null check ("${name}" = trunc("${name}")${check})`

export class Migration20261124100000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "order_partition" (
      "id" text primary key,
      "order_id" text not null,
      "cart_id" text null,
      "currency_code" text not null,
      ${amount("charged_minor", ` and "charged_minor" >= 0`)},
      ${amount("credit_minor", ` and "credit_minor" >= 0`)},
      ${TIMESTAMPS})`)
    this.addSql(`create unique index "IDX_order_partition_order_id_unique" on "order_partition" ("order_id")`)
    this.addSql(`create unique index "IDX_order_partition_cart_id_unique" on "order_partition" ("cart_id")`)

    this.addSql(`create table "vendor_order" (
      "id" text primary key,
      "display_number" text not null,
      "order_id" text not null,
      "partition_id" text not null references "order_partition" ("id") on delete cascade,
      "vendor_id" text not null,
      "status" text not null default 'pending' check ("status" in ${STATUSES}),
      "currency_code" text not null,
      "item_count" integer not null,
      ${amount("item_minor")},
      ${amount("shipping_minor")},
      ${amount("vendor_discount_minor")},
      ${amount("platform_discount_minor")},
      ${amount("tax_minor")},
      ${amount("total_minor")},
      ${amount("credit_minor")},
      ${amount("charged_minor")},
      ${amount("commission_minor")},
      ${amount("net_minor")},
      "placed_at" timestamptz not null,
      ${TIMESTAMPS},
      check ("total_minor" = "item_minor" + "shipping_minor" - "vendor_discount_minor" - "platform_discount_minor" + "tax_minor"),
      check ("charged_minor" = "total_minor" - "credit_minor"),
      check ("net_minor" = "total_minor" + "platform_discount_minor" - "commission_minor"))`)
    this.addSql(`create unique index "IDX_vendor_order_order_vendor" on "vendor_order" ("order_id", "vendor_id")`)
    this.addSql(`create unique index "IDX_vendor_order_display_number" on "vendor_order" ("display_number")`)
    this.addSql(
      `create index "IDX_vendor_order_vendor_placed" on "vendor_order" ("vendor_id", "placed_at" desc, "id" desc) where deleted_at is null`
    )
    this.addSql(
      `create index "IDX_vendor_order_vendor_status_placed" on "vendor_order" ("vendor_id", "status", "placed_at" desc, "id" desc) where deleted_at is null`
    )

    this.addSql(`create table "vendor_order_line" (
      "id" text primary key,
      "vendor_order_id" text not null references "vendor_order" ("id") on delete cascade,
      "kind" text not null check ("kind" in ('item', 'shipping')),
      "source_id" text not null,
      "title" text not null,
      "quantity" text not null,
      ${amount("gross_minor")},
      ${amount("vendor_discount_minor")},
      ${amount("platform_discount_minor")},
      ${amount("tax_minor")},
      ${amount("total_minor")},
      "commission_rate_bps" integer not null check ("commission_rate_bps" between 0 and 10000),
      ${amount("commission_minor")},
      ${amount("net_minor")},
      ${TIMESTAMPS},
      check ("total_minor" = "gross_minor" - "vendor_discount_minor" - "platform_discount_minor" + "tax_minor"),
      check ("net_minor" = "total_minor" + "platform_discount_minor" - "commission_minor"))`)
    this.addSql(`create index "IDX_vendor_order_line_order" on "vendor_order_line" ("vendor_order_id")`)
    this.addSql(`create unique index "IDX_vendor_order_line_source" on "vendor_order_line" ("source_id")`)

    this.addSql(`create table "vendor_order_refund" (
      "id" text primary key,
      "vendor_order_id" text not null references "vendor_order" ("id") on delete cascade,
      "refund_key" text not null,
      ${amount("amount_minor")},
      ${amount("commission_minor")},
      ${amount("platform_discount_minor")},
      ${TIMESTAMPS})`)
    this.addSql(
      `create unique index "IDX_vendor_order_refund_key" on "vendor_order_refund" ("refund_key", "vendor_order_id")`
    )
    this.addSql(`create index "IDX_vendor_order_refund_order" on "vendor_order_refund" ("vendor_order_id")`)

    this.addSql(`create table "vendor_order_transition" (
      "id" text primary key,
      "vendor_order_id" text not null references "vendor_order" ("id") on delete cascade,
      "from_status" text null check ("from_status" in ${STATUSES}),
      "to_status" text not null check ("to_status" in ${STATUSES}),
      "actor" text not null,
      "reason" text null,
      ${TIMESTAMPS})`)
    this.addSql(
      `create index "IDX_vendor_order_transition_order" on "vendor_order_transition" ("vendor_order_id", "created_at")`
    )

    this.addSql(`create table "checkout_attempt" (
      "cart_id" text primary key,
      "payment_session_id" text null,
      ${TIMESTAMPS})`)
    this.addSql(`create index "IDX_checkout_attempt_created" on "checkout_attempt" ("created_at")`)
  }

  override async down(): Promise<void> {
    for (const table of ["transition", "refund", "line"]) {
      this.addSql(`drop table if exists "vendor_order_${table}"`)
    }
    this.addSql(`drop table if exists "checkout_attempt"`)
    this.addSql(`drop table if exists "vendor_order"`)
    this.addSql(`drop table if exists "order_partition"`)
  }
}
