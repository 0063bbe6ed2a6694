import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { OUTGOING_EVENTS_SQL } from "../../../lib/outgoing-events"

export class Migration20261128145000 extends Migration {
  override async up(): Promise<void> {
    for (const statement of OUTGOING_EVENTS_SQL) {
      this.addSql(statement)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists tell_of_change() cascade`)
    this.addSql(`drop table if exists "outgoing_event"`)
    this.addSql(`drop sequence if exists "outgoing_event_number"`)
  }
}
