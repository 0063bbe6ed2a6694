import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMESTAMPS = `
  "created_at" timestamptz not null default now(),
  "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

export class Migration20261124020000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "webhook_event" (
      "id" text primary key,
      "gateway" text not null,
      "type" text not null,
      "dedupe_key" text not null,
      "reference" text null,
      "payload" jsonb not null,
      "body_sha256" text not null,
      "state" text not null default 'received' check ("state" in ('received', 'processing', 'processed', 'failed', 'dead')),
      "attempts" integer not null default 0 check ("attempts" >= 0),
      "next_attempt_at" timestamptz not null,
      "claimed_until" timestamptz null,
      "last_error" text null,
      "outcome" text null,
      "received_at" timestamptz not null,
      "processed_at" timestamptz null,
      ${TIMESTAMPS},
      check ("state" <> 'processing' or "claimed_until" is not null))`)
    this.addSql(
      `create unique index "IDX_webhook_event_gateway_dedupe_key_unique" on "webhook_event" ("gateway", "dedupe_key")`
    )
    this.addSql(
      `create index "IDX_webhook_event_due" on "webhook_event" ("next_attempt_at", "id") where "state" in ('received', 'failed', 'processing')`
    )
    this.addSql(`create index "IDX_webhook_event_reference" on "webhook_event" ("reference")`)

    this.addSql(`create table "webhook_rejection" (
      "id" text primary key,
      "gateway" text not null,
      "day" text not null,
      "count" integer not null default 0 check ("count" >= 0),
      ${TIMESTAMPS})`)
    this.addSql(
      `create unique index "IDX_webhook_rejection_gateway_day_unique" on "webhook_rejection" ("gateway", "day")`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "webhook_rejection"`)
    this.addSql(`drop table if exists "webhook_event"`)
  }
}
