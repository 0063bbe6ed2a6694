import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const ROLES = `('owner', 'manager', 'fulfilment', 'catalogue', 'finance', 'support')`

export class Migration20261125020000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "vendor_member" drop constraint "vendor_member_role_check"`)
    this.addSql(`alter table "vendor_member" add constraint "vendor_member_role_check" check ("role" in ${ROLES})`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "vendor_member" drop constraint "vendor_member_role_check"`)
    this.addSql(`alter table "vendor_member" add constraint "vendor_member_role_check" check ("role" in ('owner'))`)
  }
}
