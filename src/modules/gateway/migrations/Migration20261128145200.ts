import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { OUTGOING_EVENTS_SQL, type Told, tellOf, untellOf } from "../../../lib/outgoing-events"

const TOLD: Told[] = [
  {
    table: "gateway_transaction",
    on: ["state"],
    name: "gateway-transaction",
    word: "state",
    fields: ["id", "gateway", "reference", "session_id"],
  },
  {
    table: "gateway_refund",
    on: ["insert", "state"],
    name: "gateway-refund",
    word: "state",
    fields: ["id", "gateway", "reference", "transaction_id"],
  },
]

export class Migration20261128145200 extends Migration {
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
