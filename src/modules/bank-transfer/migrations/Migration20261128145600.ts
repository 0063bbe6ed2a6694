import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { OUTGOING_EVENTS_SQL, type Told, tellOf, untellOf } from "../../../lib/outgoing-events"

const TOLD: Told[] = [
  {
    table: "bank_transfer",
    on: ["insert"],
    name: "bank-transfer.recorded",
    fields: ["id", "reference", "currency_code"],
  },
  {
    table: "bank_refund",
    on: ["insert", "state"],
    name: "bank-refund",
    word: "state",
    fields: ["id", "reference", "currency_code"],
  },
]

export class Migration20261128145600 extends Migration {
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
