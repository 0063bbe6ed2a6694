import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { OUTGOING_EVENTS_SQL, type Told, tellOf, untellOf } from "../../../lib/outgoing-events"

const TOLD: Told[] = [
  {
    table: "vendor_order",
    on: ["status"],
    name: "vendor-order",
    word: "status",
    fields: ["id", "order_id", "vendor_id"],
  },
  {
    table: "vendor_order_delivery",
    on: ["confirmed_at"],
    name: "vendor-order.delivery-confirmed",
    fields: ["vendor_order_id"],
  },
  {
    table: "vendor_order_refund_request",
    on: ["insert", "stage"],
    name: "vendor-order-refund",
    word: "stage",
    fields: ["id", "order_id", "vendor_order_id", "vendor_id"],
  },
  {
    table: "vendor_order_return",
    on: ["insert", "state"],
    name: "vendor-order-return",
    word: "state",
    fields: ["return_id", "order_id", "vendor_order_id", "vendor_id"],
  },
]

export class Migration20261128145100 extends Migration {
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
