import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { type Told, tellOf, untellOf } from "../../../lib/outgoing-events"

const TOLD: Told[] = [
  {
    table: "debt_invoice",
    on: ["insert", "state"],
    name: "debt-invoice",
    word: "state",
    fields: ["id", "number", "vendor_id", "currency_code"],
  },
]

export class Migration20261128151000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "debt_invoice" (
      "id" text primary key,
      "number" text not null,
      "vendor_id" text not null,
      "currency_code" text not null check ("currency_code" = lower("currency_code")),
      "amount_minor" numeric not null check ("amount_minor" = trunc("amount_minor") and "amount_minor" > 0),
      "state" text not null default 'open'
        check ("state" in ('open', 'part_paid', 'paid', 'netted', 'canceled', 'written_off')),
      "parts" jsonb not null,
      "owed_since" timestamptz null,
      "shop_name" text not null,
      "address_lines" jsonb not null,
      "from_seq" bigint not null,
      "credited_minor" numeric not null,
      "issued_by" text not null,
      "issued_at" timestamptz not null,
      "due_at" timestamptz not null,
      "closed_at" timestamptz null,
      "canceled_by" text null,
      "canceled_reason" text null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      check (("state" in ('open', 'part_paid')) = ("closed_at" is null)),
      check (("state" = 'canceled') = ("canceled_by" is not null)))`)
    this.addSql(`create unique index "IDX_debt_invoice_number" on "debt_invoice" ("number")`)
    this.addSql(`create unique index "IDX_debt_invoice_open" on "debt_invoice" ("vendor_id", "currency_code")
      where "state" in ('open', 'part_paid')`)
    this.addSql(
      `create index "IDX_debt_invoice_vendor" on "debt_invoice" ("vendor_id", "issued_at" desc, "id" desc)`
    )
    this.addSql(`create index "IDX_debt_invoice_issued" on "debt_invoice" ("issued_at" desc, "id" desc)`)
    // How many invoices each year (UTC) has: taken in the transaction that writes one, so that no number is left out.
    this.addSql(`create table "debt_invoice_count" ("year" integer primary key, "count" integer not null)`)
    for (const statement of TOLD.flatMap(tellOf)) {
      this.addSql(statement)
    }
  }

  override async down(): Promise<void> {
    for (const statement of TOLD.flatMap(untellOf)) {
      this.addSql(statement)
    }
    this.addSql(`drop table if exists "debt_invoice_count"`)
    this.addSql(`drop table if exists "debt_invoice"`)
  }
}
