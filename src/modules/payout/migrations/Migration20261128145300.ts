import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { OUTGOING_EVENTS_SQL, type Told, tellOf, untellOf } from "../../../lib/outgoing-events"

const TOLD: Told[] = [
  {
    table: "payout",
    on: ["insert", "state"],
    name: "payout",
    word: "state",
    fields: ["id", "vendor_id", "currency_code"],
  },
  {
    table: "payout_release",
    on: ["insert", "number"],
    name: "payout-release.made",
    fields: ["vendor_order_id", "order_id", "vendor_id", "currency_code", "number"],
  },
]

export class Migration20261128145300 extends Migration {
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
