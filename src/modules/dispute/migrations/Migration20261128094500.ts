import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

const STATES = `('open', 'submitting', 'submitted', 'accepting', 'refunding', 'won', 'lost', 'withdrawn')`

/** An amount in integer minor units, not below zero. */
const amount = (name: string, rest = "not null") =>
  `"${name}" numeric ${rest} check ("${name}" = trunc("${name}") and "${name}" >= 0)`

export class Migration20261128094500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "dispute" (
      "id" text primary key,
      "kind" text not null check ("kind" in ('chargeback', 'buyer')),
      "state" text not null check ("state" in ${STATES}),
      "order_id" text not null,
      "currency_code" text not null check ("currency_code" = lower("currency_code")),
      ${amount("claimed_minor")},
      "hold_number" integer not null default 1,
      "gateway" text null,
      "gateway_dispute_id" text null,
      "reference" text null,
      "reason" text not null,
      "opened_by" text not null,
      "due_at" timestamptz not null,
      "act_at" timestamptz not null,
      "submit_count" integer not null default 0,
      "submitted_at" timestamptz null,
      "called_at" timestamptz null,
      "last_error" text null,
      ${amount("refund_minor", "null")},
      "ruled_by" text null,
      "ruling" text null,
      ${amount("fee_minor", "not null default 0")},
      "fee_party" text null check ("fee_party" in ('vendor', 'platform')),
      "closed_at" timestamptz null,
      ${TIMESTAMPS},
      check (("kind" = 'chargeback') = ("gateway_dispute_id" is not null)),
      check ("claimed_minor" > 0))`)
    this.addSql(
      `create unique index "IDX_dispute_gateway" on "dispute" ("gateway", "gateway_dispute_id") where "gateway_dispute_id" is not null`
    )
    this.addSql(`create index "IDX_dispute_order" on "dispute" ("order_id")`)
    this.addSql(`create index "IDX_dispute_created" on "dispute" ("created_at" desc, "id" desc)`)
    this.addSql(
      `create index "IDX_dispute_act" on "dispute" ("act_at", "id") where "state" not in ('won', 'lost', 'withdrawn')`
    )

    this.addSql(`create table "dispute_share" (
      "id" text primary key,
      "dispute_id" text not null references "dispute" ("id"),
      "vendor_order_id" text not null,
      "vendor_id" text not null,
      ${["amount", "commission", "commission_tax", "withholding", "platform_discount"].map((name) => amount(`${name}_minor`)).join(", ")},
      "accepted_by" text null,
      "accepted_at" timestamptz null,
      ${TIMESTAMPS})`)
    this.addSql(
      `create unique index "IDX_dispute_share_order" on "dispute_share" ("dispute_id", "vendor_order_id")`
    )
    this.addSql(`create index "IDX_dispute_share_vendor" on "dispute_share" ("vendor_id", "dispute_id")`)
    this.addSql(`create index "IDX_dispute_share_part" on "dispute_share" ("vendor_order_id")`)

    this.addSql(`create table "dispute_item" (
      "id" text primary key,
      "dispute_id" text not null references "dispute" ("id"),
      "vendor_order_id" text not null,
      "vendor_id" text not null,
      "vendor_order_line_id" text not null,
      "title" text not null,
      ${TIMESTAMPS})`)
    this.addSql(
      `create unique index "IDX_dispute_item_line" on "dispute_item" ("dispute_id", "vendor_order_line_id")`
    )

    this.addSql(`create table "dispute_message" (
      "id" text primary key,
      "dispute_id" text not null references "dispute" ("id"),
      "author" text not null check ("author" in ('buyer', 'vendor', 'staff')),
      "author_id" text not null,
      "vendor_id" text null,
      "text" text not null,
      ${TIMESTAMPS},
      check ("author" <> 'vendor' or "vendor_id" is not null))`)
    this.addSql(
      `create index "IDX_dispute_message_dispute" on "dispute_message" ("dispute_id", "created_at", "id")`
    )

    this.addSql(`create table "dispute_evidence" (
      "id" text primary key,
      "dispute_id" text not null references "dispute" ("id"),
      "vendor_id" text not null,
      "file_id" text not null,
      "file_key_ciphertext" text not null,
      "filename" text not null,
      "mime_type" text not null,
      "size_bytes" integer not null,
      "note" text null,
      "uploaded_by" text not null,
      ${TIMESTAMPS})`)
    this.addSql(`create index "IDX_dispute_evidence_dispute" on "dispute_evidence" ("dispute_id", "created_at")`)

    this.addSql(`create table "dispute_transition" (
      "id" text primary key,
      "dispute_id" text not null references "dispute" ("id"),
      "from_state" text null,
      "to_state" text not null,
      "actor" text not null,
      "reason" text null,
      ${TIMESTAMPS})`)
    this.addSql(
      `create index "IDX_dispute_transition_dispute" on "dispute_transition" ("dispute_id", "created_at", "id")`
    )
  }

  override async down(): Promise<void> {
    for (const table of ["transition", "evidence", "message", "item", "share"]) {
      this.addSql(`drop table if exists "dispute_${table}"`)
    }
    this.addSql(`drop table if exists "dispute"`)
  }
}
