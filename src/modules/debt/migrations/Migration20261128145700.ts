import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { OUTGOING_EVENTS_SQL, type Told, tellOf, untellOf } from "../../../lib/outgoing-events"

const TOLD: Told[] = [
  {
    table: "debt",
    on: ["reminded_at"],
    name: "debt.reminded",
    fields: ["id", "vendor_id", "currency_code"],
  },
  {
    table: "write_off",
    on: ["insert", "state"],
    name: "write-off",
    word: "state",
    fields: ["id", "vendor_id", "currency_code"],
  },
]

export class Migration20261128145700 extends Migration {
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
