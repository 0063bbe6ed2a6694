import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Mobile-money wallets beside bank accounts, and what the gateway says of the holder's name. */
export class Migration20261128111500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "vendor_bank_account"
      add column "kind" text not null default 'bank' check ("kind" in ('bank', 'mobile_money')),
      add column "name_check" text null check ("name_check" in ('matches', 'differs', 'unknown_account', 'cannot_be_asked')),
      add column "name_missing" text null,
      add constraint "CK_vendor_bank_account_verified" check ("verified_at" is null or "name_check" is null or "name_check" = 'matches')`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "vendor_bank_account"
      drop constraint "CK_vendor_bank_account_verified", drop column "name_missing", drop column "name_check", drop column "kind"`)
  }
}
