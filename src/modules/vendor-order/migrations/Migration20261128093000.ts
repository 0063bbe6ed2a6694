import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const REASONS = `('canceled_by_shop', 'canceled_by_buyer', 'canceled_by_staff', 'not_confirmed', 'not_shipped', 'not_received',
  'damaged', 'not_as_described', 'wrong_item', 'changed_mind', 'goodwill', 'other')`
const FAULTS = `('vendor', 'platform', 'buyer')`

/** An amount in integer minor units, of at least that. */
const amount = (name: string, least = 0) =>
  `"${name}" numeric not null default 0 check ("${name}" = trunc("${name}") and "${name}" >= ${least})`

/** Refunds of a part of a vendor order, and what makes one: the attempt's row comes before the refund. */
export class Migration20261128093000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "vendor_order_refund_request" (
      "id" text primary key,
      "vendor_order_id" text not null references "vendor_order" ("id") on delete cascade,
      "order_id" text not null,
      "vendor_id" text not null,
      "idempotency_key" text not null,
      "wanted" text not null,
      "lines" jsonb not null default '[]',
      ${amount("amount_minor", 1)},
      ${amount("withheld_minor")},
      ${amount("commission_minor")},
      ${amount("commission_tax_minor")},
      ${amount("withholding_minor")},
      ${amount("platform_discount_minor")},
      "stage" text not null check ("stage" in ('opened', 'made', 'refused', 'failed')),
      "reason_code" text not null check ("reason_code" in ${REASONS}),
      "fault" text not null check ("fault" in ${FAULTS}),
      "note" text null,
      "actor" text not null,
      "refund_key" text null,
      "last_error" text null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      check ("withheld_minor" < "amount_minor"))`)
    this.addSql(
      `create unique index "IDX_vendor_order_refund_request_key" on "vendor_order_refund_request" ("vendor_order_id", "idempotency_key")`
    )
    // One at a time in an order, so that a refund whose name was lost is known by what is open.
    this.addSql(
      `create unique index "IDX_vendor_order_refund_request_open" on "vendor_order_refund_request" ("order_id") where "stage" = 'opened'`
    )
    this.addSql(
      `create index "IDX_vendor_order_refund_request_order" on "vendor_order_refund_request" ("order_id")`
    )
    this.addSql(`alter table "vendor_order_refund" add column "request_id" text null`)
    this.addSql(`alter table "vendor_order_cancellation"
      add column "canceled_by" text not null default 'vendor' check ("canceled_by" in ('vendor', 'buyer', 'staff', 'clock')),
      add column "reason_code" text not null default 'canceled_by_shop' check ("reason_code" in ${REASONS}),
      add column "fault" text not null default 'platform' check ("fault" in ${FAULTS})`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "vendor_order_cancellation"
      drop column "canceled_by", drop column "reason_code", drop column "fault"`)
    this.addSql(`alter table "vendor_order_refund" drop column "request_id"`)
    this.addSql(`drop table if exists "vendor_order_refund_request"`)
  }
}
