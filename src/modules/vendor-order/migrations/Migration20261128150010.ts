import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const NET = `"net_minor" = "total_minor" + "platform_discount_minor" - "commission_minor" - "commission_tax_minor" + "withholding_minor"`

const SOLD = ["vendor_order", "vendor_order_line"]
const GIVEN_BACK = ["vendor_order_refund", "vendor_order_refund_request"]

/** Item tax that the platform pays to the tax office is not the vendor's; the vendors paid all of it until now. */
export class Migration20261128150010 extends Migration {
  override async up(): Promise<void> {
    for (const table of [...SOLD, ...GIVEN_BACK]) {
      this.addSql(`alter table "${table}" add column "platform_tax_minor" numeric not null default 0
        check ("platform_tax_minor" = trunc("platform_tax_minor"))`)
    }
    for (const table of SOLD) {
      this.addSql(`alter table "${table}" drop constraint "${table}_net",
        add constraint "${table}_net" check (${NET} - "platform_tax_minor")`)
    }
    // All of a line's tax is one side's; a vendor's status cannot change between the lines of an order.
    for (const table of SOLD) {
      this.addSql(`alter table "${table}" add constraint "${table}_platform_tax"
        check ("platform_tax_minor" in (0, "tax_minor"))`)
    }
    this.addSql(`alter table "vendor_order_refund_request" add constraint "vendor_order_refund_request_platform_tax"
      check ("platform_tax_minor" >= 0)`)
  }

  override async down(): Promise<void> {
    for (const table of SOLD) {
      this.addSql(`alter table "${table}" drop constraint "${table}_net",
        add constraint "${table}_net" check (${NET})`)
    }
    for (const table of [...SOLD, ...GIVEN_BACK]) {
      this.addSql(`alter table "${table}" drop column "platform_tax_minor"`)
    }
  }
}
