import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A refund that the gateway could not make is tried again by an attempt of its own, once for each that failed. */
export class Migration20261128143000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "gateway_refund"
      add column "root_id" text null references "gateway_refund" ("id"),
      add column "retries_id" text null references "gateway_refund" ("id"),
      add column "tries" integer not null default 1 check ("tries" >= 1),
      add column "retry_at" timestamptz null,
      add column "follow_up" text null check ("follow_up" in ('retried', 'person')),
      add check (("root_id" is null) = ("retries_id" is null) and ("root_id" is null) = ("tries" = 1))`)
    this.addSql(
      `create unique index "IDX_gateway_refund_retries_id_unique" on "gateway_refund" ("retries_id")`
    )
    this.addSql(
      `create index "IDX_gateway_refund_root" on "gateway_refund" ("root_id") where "root_id" is not null`
    )
    // Of those that failed before there were retries staff were told.
    this.addSql(`update "gateway_refund" set "follow_up" = 'person' where "state" = 'failed'`)
    this.addSql(`create index "IDX_gateway_refund_follow_up" on "gateway_refund" ("posted_at")
      where "follow_up" is null and not "is_disowned" and "state" in ('failed', 'refused', 'not_executed')`)
    this.addSql(
      `create index "IDX_gateway_refund_with_person" on "gateway_refund" ("posted_at", "id") where "follow_up" = 'person'`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index "IDX_gateway_refund_follow_up"`)
    this.addSql(`drop index "IDX_gateway_refund_with_person"`)
    this.addSql(`drop index "IDX_gateway_refund_root"`)
    this.addSql(`alter table "gateway_refund" drop column "root_id", drop column "retries_id", drop column "tries",
      drop column "retry_at", drop column "follow_up"`)
  }
}
