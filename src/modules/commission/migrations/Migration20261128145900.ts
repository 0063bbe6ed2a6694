import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { OUTGOING_EVENTS_SQL, type Told, tellOf, untellOf } from "../../../lib/outgoing-events"

const TOLD: Told[] = [
  {
    table: "commission_rule",
    on: ["insert"],
    name: "commission-rule.made",
    fields: ["id", "series_id"],
  },
  {
    table: "commission_rule",
    on: ["ended_at"],
    name: "commission-rule.ended",
    fields: ["id", "series_id"],
  },
]

export class Migration20261128145900 extends Migration {
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
