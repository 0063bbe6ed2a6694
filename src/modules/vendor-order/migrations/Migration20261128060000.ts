import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** An amount in integer minor units that orders from before do not have. */
const amount = (name: string) => `add column "${name}" numeric not null default 0 check ("${name}" = trunc("${name}"))`

const NET = `"net_minor" = "total_minor" + "platform_discount_minor" - "commission_minor"`

/** Tables with what the vendor is owed, and the names that PostgreSQL gave to the checks of it. */
const CHECKS = { vendor_order: "vendor_order_check2", vendor_order_line: "vendor_order_line_check1" }

/** Commission as a rule states it: its parts, the tax on it and what is withheld of it are amounts of their own. */
export class Migration20261128060000 extends Migration {
  override async up(): Promise<void> {
    for (const table of ["vendor_order", "vendor_order_line", "vendor_order_refund"]) {
      this.addSql(`alter table "${table}" ${amount("commission_tax_minor")}, ${amount("withholding_minor")}`)
    }
    for (const [table, check] of Object.entries(CHECKS)) {
      this.addSql(`alter table "${table}" drop constraint "${check}",
        add constraint "${table}_net" check (${NET} - "commission_tax_minor" + "withholding_minor")`)
    }

    this.addSql(`alter table "vendor_order_line" ${amount("commission_fixed_minor")},
      ${amount("commission_base_minor")},
      add column "commission_rule_id" text null,
      add column "commission_explanation" text not null default ''`)
    // Of what was sold before there were rules, the rate says it all.
    this.addSql(`update "vendor_order_line" set
      "commission_base_minor" = "gross_minor" - "vendor_discount_minor",
      "commission_explanation" = trim_scale("commission_rate_bps" / 100.0) || ' %'`)
    this.addSql(`alter table "vendor_order_line" add constraint "vendor_order_line_base"
      check ("commission_base_minor" = "gross_minor" - "vendor_discount_minor")`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "vendor_order_line" drop constraint "vendor_order_line_base",
      drop column "commission_fixed_minor", drop column "commission_base_minor",
      drop column "commission_rule_id", drop column "commission_explanation"`)
    for (const [table, check] of Object.entries(CHECKS)) {
      this.addSql(`alter table "${table}" drop constraint "${table}_net", add constraint "${check}" check (${NET})`)
    }
    for (const table of ["vendor_order", "vendor_order_line", "vendor_order_refund"]) {
      this.addSql(`alter table "${table}" drop column "commission_tax_minor", drop column "withholding_minor"`)
    }
  }
}
