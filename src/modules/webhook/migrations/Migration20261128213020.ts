import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Those that were given up are few and are counted often; those that were processed are many. */
export class Migration20261128213020 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index "IDX_webhook_event_dead" on "webhook_event" ("received_at") where "state" = 'dead'`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index "IDX_webhook_event_dead"`)
  }
}
