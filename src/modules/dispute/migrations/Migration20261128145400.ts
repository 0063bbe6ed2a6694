import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { OUTGOING_EVENTS_SQL, type Told, tellOf, untellOf } from "../../../lib/outgoing-events"

const TOLD: Told[] = [
  {
    table: "dispute",
    on: ["insert", "state"],
    name: "dispute",
    word: "state",
    fields: ["id", "kind", "order_id"],
  },
  {
    table: "dispute_message",
    on: ["insert"],
    name: "dispute-message.written",
    fields: ["id", "dispute_id", "author", "vendor_id"],
  },
]

export class Migration20261128145400 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [...OUTGOING_EVENTS_SQL, ...TOLD.flatMap(tellOf)]) {
      this.addSql(statement)
    }
  }

  override async down(): Promise<void> {
    for (const statement of TOLD.flatMap(untellOf)) {
      this.addSql(statement)
    }
  }
}
