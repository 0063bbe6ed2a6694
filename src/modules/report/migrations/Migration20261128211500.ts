import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { REPORT_MARKS_SQL } from "../../../lib/report-marks"
import { BUYER_MARKS_SQL } from "../buyer-marks"

const amount = (name: string) => `"${name}" numeric not null check ("${name}" = trunc("${name}"))`
const count = (name: string) => `"${name}" ${name === "units" ? "numeric" : "integer"} not null`

const SUMS = [
  ...["orders", "units", "refunds", "cancellations", "returns"].map(count),
  ...["gross", "discount", "shipping", "tax", "platform_discount"].map((name) => amount(`${name}_minor`)),
  ...["commission", "commission_tax", "withholding", "earnings"].map((name) => amount(`${name}_minor`)),
  ...["refunded", "returned_commission", "returned_commission_tax", "returned_earnings"].map((name) =>
    amount(`${name}_minor`)
  ),
  amount("canceled_minor"),
].join(",\n      ")

const PRODUCT_SUMS = [count("orders"), count("units"), amount("gross_minor"), amount("net_minor")].join(",\n      ")

/** Sums of what other tables say: all of it can be worked out again. */
export class Migration20261128211500 extends Migration {
  override async up(): Promise<void> {
    for (const statement of REPORT_MARKS_SQL) {
      this.addSql(statement)
    }
    this.addSql(BUYER_MARKS_SQL)
    for (const [grain, at] of [["quarter", "timestamptz"], ["day", "date"]]) {
      this.addSql(`create table "report_sale_${grain}" (
        "scope" text not null,
        "currency_code" text not null,
        "${grain}_at" ${at} not null,
        ${SUMS},
        primary key ("scope", "currency_code", "${grain}_at"))`)
      this.addSql(`create index "IDX_report_sale_${grain}_at" on "report_sale_${grain}" ("${grain}_at")`)
    }
    this.addSql(
      `create index "IDX_report_sale_quarter_day" on "report_sale_quarter" ((("quarter_at" at time zone 'UTC')::date))`
    )
    for (const grain of ["day", "month", "year"]) {
      this.addSql(`create table "report_product_${grain}" (
        "vendor_id" text not null,
        "currency_code" text not null,
        "product_id" text not null,
        "${grain}_at" date not null,
        ${PRODUCT_SUMS},
        primary key ("vendor_id", "currency_code", "product_id", "${grain}_at"))`)
      this.addSql(
        `create index "IDX_report_product_${grain}_at" on "report_product_${grain}" ("${grain}_at", "vendor_id")`
      )
    }
    // A row for each order in each scope, with the same buyer's one before it and after it.
    this.addSql(`create table "report_purchase" (
      "order_id" text not null,
      "scope" text not null,
      "currency_code" text not null,
      "buyer" uuid not null,
      "placed_at" timestamptz not null,
      "previous_at" timestamptz null,
      "next_at" timestamptz null,
      primary key ("order_id", "scope"))`)
    this.addSql(`create index "IDX_report_purchase_buyer" on "report_purchase" ("buyer")`)
    this.addSql(`create index "IDX_report_purchase_placed" on "report_purchase" ("scope", "currency_code", "placed_at")
      include ("previous_at", "next_at")`)
  }

  override async down(): Promise<void> {
    for (const table of ["sale_quarter", "sale_day", "product_day", "product_month", "product_year", "purchase"]) {
      this.addSql(`drop table if exists "report_${table}"`)
    }
    this.addSql(`drop function if exists mark_changed_buyer() cascade`)
  }
}
