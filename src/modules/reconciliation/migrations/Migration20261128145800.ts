import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { OUTGOING_EVENTS_SQL, type Told, tellOf, untellOf } from "../../../lib/outgoing-events"

const TOLD: Told[] = [
  {
    table: "reconciliation_line",
    on: ["insert", "state"],
    name: "reconciliation-line",
    word: "state",
    fields: ["id", "area", "cause"],
  },
]

export class Migration20261128145800 extends Migration {
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
