import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { markChangesOf, quarterOf, REPORT_MARKS_SQL } from "../../../lib/report-marks"

const MARKED = [
  markChangesOf({
    table: "vendor_order",
    marks: "mark_sold_orders",
    columns: [
      "vendor_id",
      "order_id",
      "currency_code",
      "placed_at",
      "tax_minor",
      "platform_discount_minor",
      "total_minor",
      "commission_minor",
      "commission_tax_minor",
      "withholding_minor",
      "net_minor",
      "deleted_at",
    ],
  }),
  markChangesOf({
    table: "vendor_order_line",
    marks: "mark_sold_lines",
    columns: [
      "vendor_order_id",
      "kind",
      "source_id",
      "quantity",
      "gross_minor",
      "vendor_discount_minor",
      "platform_discount_minor",
      "deleted_at",
    ],
  }),
  markChangesOf({
    table: "vendor_order_refund",
    marks: "mark_after_sale",
    columns: [
      "vendor_order_id",
      "created_at",
      "amount_minor",
      "commission_minor",
      "commission_tax_minor",
      "withholding_minor",
      "platform_tax_minor",
      "platform_discount_minor",
      "deleted_at",
    ],
  }),
  markChangesOf({
    table: "vendor_order_return",
    marks: "mark_after_sale",
    columns: ["vendor_order_id", "created_at", "deleted_at"],
  }),
]

const CANCELED = `"to_status" = 'canceled'`

/** Most transitions are none of a report's: only those that end an order mark anything. */
const CANCELLATIONS = [
  ["insert", `new.${CANCELED}`],
  ["delete", `old.${CANCELED}`],
  [
    "update",
    `(new.${CANCELED} or old.${CANCELED}) and (old."vendor_order_id", old."to_status", old."created_at", old."deleted_at")
      is distinct from (new."vendor_order_id", new."to_status", new."created_at", new."deleted_at")`,
  ],
].map(
  ([event, when]) => `create trigger "vendor_order_transition_mark_${event}" after ${event} on "vendor_order_transition"
    for each row when (${when}) execute function mark_after_sale()`
)

const TABLES = [
  "vendor_order",
  "vendor_order_line",
  "vendor_order_refund",
  "vendor_order_return",
  "vendor_order_transition",
]

const INDEXED = [
  ["vendor_order_quarter", "vendor_order", "placed_at"],
  ["vendor_order_refund_quarter", "vendor_order_refund", "created_at"],
  ["vendor_order_return_quarter", "vendor_order_return", "created_at"],
  ["vendor_order_canceled_quarter", "vendor_order_transition", "created_at"],
] as const

/** What reports are summed from is marked when it changes, and found by the quarter of an hour that it is in. */
export class Migration20261128211000 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [...REPORT_MARKS_SQL, ...MARKED.flat(), ...CANCELLATIONS]) {
      this.addSql(statement)
    }
    for (const [name, table, at] of INDEXED) {
      const which = table === "vendor_order_transition" ? `where ${CANCELED}` : ""
      this.addSql(`create index "IDX_${name}" on "${table}" (${quarterOf(`"${at}"`)}) ${which}`)
    }
    // What was sold before there were reports is in them, too.
    this.addSql(`insert into report_mark (at, vendor_id, order_id) select placed_at, vendor_id, order_id from vendor_order`)
    this.addSql(`insert into report_mark (at, vendor_id) select r.created_at, o.vendor_id
      from (select vendor_order_id, created_at from vendor_order_refund
        union all select vendor_order_id, created_at from vendor_order_return
        union all select vendor_order_id, created_at from vendor_order_transition where ${CANCELED}) r
      join vendor_order o on o.id = r.vendor_order_id`)
  }

  override async down(): Promise<void> {
    for (const table of TABLES) {
      for (const event of ["insert", "delete", "update"]) {
        this.addSql(`drop trigger if exists "${table}_mark_${event}" on "${table}"`)
      }
    }
    for (const [name] of INDEXED) {
      this.addSql(`drop index if exists "IDX_${name}"`)
    }
  }
}
